import { withSeller } from "@/db/tenant";
import { ok, type Result } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { type DraftRefusal, openDraft } from "./draft";
import type { DiscardDraft } from "./terms-input";
import { deleteDraft } from "./terms-rows";

/** Throws a draft away; what is in force stays in force. */
export function discardDraft(ctx: Ctx, form: DiscardDraft): Promise<Result<null, DraftRefusal>> {
  const { db, sellerId } = ctx;
  return withSeller(db, sellerId, async (tx) => {
    const opened = await openDraft(tx, ctx, form);
    if (!opened.ok) return opened;
    await deleteDraft(tx, sellerId, form.channelId);
    return ok(null);
  });
}
