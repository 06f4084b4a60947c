import { withSeller } from "@/db/tenant";
import { ok, type Result } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { personId } from "@/lib/policy/actor";
import { inForce } from "@/lib/policy/terms/versions";
import { type DraftRefusal, nextRevision, openDraft } from "./draft";
import type { SaveDraft } from "./terms-input";
import { writeDraft } from "./terms-rows";

/** Saves terms that bind nobody yet, whole; the first save begins the draft. Stricter than the marketplace is allowed here. */
export function saveDraft(
  ctx: Ctx,
  { channelId, seen, terms }: SaveDraft,
): Promise<Result<{ revision: number }, DraftRefusal>> {
  const { db, sellerId, actor, now } = ctx;
  return withSeller(db, sellerId, async (tx) => {
    const opened = await openDraft(tx, ctx, { channelId, seen });
    if (!opened.ok) return opened;
    const { channel, versions, today } = opened.value;
    const baseVersion = channel.draft?.baseVersion ?? inForce(versions, today).version;
    const revision = nextRevision(seen, now);
    await writeDraft(tx, sellerId, {
      channelId,
      baseVersion,
      terms,
      revision,
      updatedBy: personId(actor),
      updatedAt: now,
    });
    return ok({ revision });
  });
}
