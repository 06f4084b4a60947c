import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { ok, type Result } from "@/lib/kernel/result";
import { inForce } from "@/lib/policy/terms/versions";
import { type DraftRefusal, nextRevision, openDraft, type Who } from "./draft";
import type { SaveDraft } from "./terms-form";
import { writeDraft } from "./terms-rows";

/** Saves terms that bind nobody yet, whole; the first save begins the draft. Stricter than the marketplace is allowed here. */
export function saveDraft(
  db: Db,
  who: Who,
  { channelId, seen, terms }: SaveDraft,
): Promise<Result<{ revision: number }, DraftRefusal>> {
  const { sellerId, userId, now } = who;
  return withSeller(db, sellerId, async (tx) => {
    const opened = await openDraft(tx, who, { channelId, seen });
    if (!opened.ok) return opened;
    const { channel, versions, today } = opened.value;
    const baseVersion = channel.draft?.baseVersion ?? inForce(versions, today).version;
    const revision = nextRevision(seen, now);
    await writeDraft(tx, sellerId, { channelId, baseVersion, terms, revision, updatedBy: userId, updatedAt: now });
    return ok({ revision });
  });
}
