import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { ok, type Result } from "@/lib/kernel/result";
import { type DraftRefusal, openDraft, type Who } from "./draft";
import type { DiscardDraft } from "./terms-form";
import { deleteDraft } from "./terms-rows";

/** Throws a draft away; what is in force stays in force. */
export function discardDraft(db: Db, who: Who, form: DiscardDraft): Promise<Result<null, DraftRefusal>> {
  const { sellerId } = who;
  return withSeller(db, sellerId, async (tx) => {
    const opened = await openDraft(tx, who, form);
    if (!opened.ok) return opened;
    await deleteDraft(tx, sellerId, form.channelId);
    return ok(null);
  });
}
