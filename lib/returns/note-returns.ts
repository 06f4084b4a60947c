import { withSeller } from "@/db/tenant";
import { ok, type Refusal, type Result } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { addEvents } from "@/lib/platform/moves/add-events";
import { lockSelected } from "./lock-selected";
import type { Selection } from "./shared/selection";

/** Leaves a note for the seller's own team on each of these returns; the buyers never see it. */
export const noteReturns = (
  { db, sellerId, actor, now }: Ctx,
  { selection, text }: { selection: Selection; text: string },
): Promise<Result<{ count: number }, Refusal>> =>
  withSeller(db, sellerId, async (tx) => {
    const found = await lockSelected(tx, sellerId, selection);
    if (!found.ok) return found;
    await addEvents(
      tx,
      found.value.map((returnId) => ({ sellerId, returnId, kind: "note", actor, now, data: { text } })),
    );
    return ok({ count: found.value.length });
  });
