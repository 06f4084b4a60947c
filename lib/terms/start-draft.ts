import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { type DraftRefusal, nextRevision, openDraft, type Who } from "./draft";
import type { StartDraft } from "./terms-form";
import { listVersionsByNumber, writeDraft } from "./terms-rows";

/** Begins a draft with the terms of a version, in place of the draft that was open; so a version is gone back to. */
export function startDraft(
  db: Db,
  who: Who,
  { channelId, fromVersion, seen }: StartDraft,
): Promise<Result<{ revision: number }, DraftRefusal>> {
  const { sellerId, userId, now } = who;
  return withSeller(db, sellerId, async (tx) => {
    const opened = await openDraft(tx, who, { channelId, seen });
    if (!opened.ok) return opened;
    const [from] = await listVersionsByNumber(tx, sellerId, channelId, [fromVersion]);
    if (!from) return refuse({ code: "not_found" });
    const revision = nextRevision(seen, now);
    const draft = { channelId, baseVersion: fromVersion, terms: from.terms, revision };
    await writeDraft(tx, sellerId, { ...draft, updatedBy: userId, updatedAt: now });
    return ok({ revision });
  });
}
