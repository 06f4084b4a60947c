import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { personId } from "@/lib/policy/actor";
import { type DraftRefusal, nextRevision, openDraft } from "./draft";
import type { StartDraft } from "./terms-input";
import { listVersionsByNumber, writeDraft } from "./terms-rows";

/** Begins a draft with the terms of a version, in place of the draft that was open; so a version is gone back to. */
export function startDraft(
  ctx: Ctx,
  { channelId, fromVersion, seen }: StartDraft,
): Promise<Result<{ revision: number }, DraftRefusal>> {
  const { db, sellerId, actor, now } = ctx;
  return withSeller(db, sellerId, async (tx) => {
    const opened = await openDraft(tx, ctx, { channelId, seen });
    if (!opened.ok) return opened;
    const [from] = await listVersionsByNumber(tx, sellerId, channelId, [fromVersion]);
    if (!from) return refuse({ code: "not_found" });
    const revision = nextRevision(seen, now);
    const draft = { channelId, baseVersion: fromVersion, terms: from.terms, revision };
    await writeDraft(tx, sellerId, { ...draft, updatedBy: personId(actor), updatedAt: now });
    return ok({ revision });
  });
}
