import { withSeller } from "@/db/tenant";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { addEvents } from "@/lib/platform/moves/add-events";
import { lockReturns } from "@/lib/platform/moves/lock-returns";

/** Leaves a note for the seller's own team on a return; the buyer never sees it. Refuses `not_found`. */
export const addNote = (
  { db, sellerId, actor, now }: Ctx,
  { returnId, text }: { returnId: string; text: string },
): Promise<Result<null, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const existing = await lockReturns(tx, sellerId, [returnId]);
    if (!existing.has(returnId)) return refuse({ code: "not_found" });
    await addEvents(tx, [{ sellerId, returnId, kind: "note", actor, now, data: { text } }]);
    return ok(null);
  });
