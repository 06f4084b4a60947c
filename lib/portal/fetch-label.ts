import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { moveOne } from "@/lib/returns/decide-return";
import { findBuyerReturn } from "./find-buyer-return";
import { isOurs, labelOf } from "./standing-of";

/** S0-22: the buyer takes the label. Taken before is as good: it is opened again, and no clock begins anew. */
export async function fetchLabel(ctx: Ctx, { returnId }: { returnId: string }): Promise<Result<null, Refusal>> {
  const { db, sellerId } = ctx;
  const found = await findBuyerReturn(db, { sellerId, returnId });
  if (!found || !isOurs(labelOf(found))) return refuse({ code: "not_found" });
  if (found.labelFetchedAt) return ok(null);
  const moved = await moveOne(ctx, { returnId, move: "fetch_label" });
  return moved.ok || moved.refusal.code === "label_fetched" ? ok(null) : moved;
}
