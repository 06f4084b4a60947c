import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { listUndecidedOfOrders } from "@/lib/judging/load-orders";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import type { ForwarderAnswer } from "@/lib/policy/machines/return/forwarder";
import {
  type BulkLimitRefusal,
  overBulkLimit,
  overRefundSum,
  type RefundSumRefusal,
  sumRefunds,
} from "@/lib/returns/member-limits";
import { previewMoves } from "@/lib/returns/move-returns";
import { type Answered, answerForwarder } from "./answer-forwarder";

type Told = { returnIds: readonly string[]; answer: ForwarderAnswer; deliveredOn: string | null };

export type AnsweredMany = Answered & { refused: { returnId: string; refusal: Refusal }[] };

/**
 * The same answer for several returns, order by order; what cannot be said any more of one does not stop the others.
 * Refuses more at once than the person may decide, and stopped parcels that are worth more than they may refund in
 * one act, all returns of their orders together.
 */
export async function answerMany(
  ctx: Ctx,
  { returnIds, ...told }: Told,
): Promise<Result<AnsweredMany, BulkLimitRefusal | RefundSumRefusal>> {
  const { db, sellerId } = ctx;
  const ids = [...new Set(returnIds)];
  const over = await withSeller(
    db,
    sellerId,
    async (tx) =>
      (await overBulkLimit(tx, ctx, ids.length)) ?? (await overIntercepted(tx, ctx, { returnIds, ...told })),
  );
  if (over) return refuse(over);
  const outcome: AnsweredMany = { returnIds: [], closedBy: [], refused: [] };
  for (const returnId of ids) {
    // Another return of the same order has brought the answer along.
    if (outcome.returnIds.includes(returnId)) continue;
    const answered = await answerForwarder(ctx, { ...told, returnId });
    if (!answered.ok) {
      outcome.refused.push({ returnId, refusal: answered.refusal });
      continue;
    }
    outcome.returnIds.push(...answered.value.returnIds);
    outcome.closedBy.push(...answered.value.closedBy);
  }
  return ok(outcome);
}

/** The sum that stopping all these parcels would refund; each order holds it against the limit once more, locked. */
async function overIntercepted(tx: Tx, ctx: Acting, { returnIds, answer }: Told): Promise<RefundSumRefusal | null> {
  if (answer !== "intercepted" || ctx.actor.id === null) return null;
  const ids = await listUndecidedOfOrders(tx, ctx.sellerId, returnIds);
  const request = { move: "close" as const, reason: "intercepted", comment: "" };
  const { moves } = await previewMoves(tx, { ...ctx, ids, request });
  return overRefundSum(await sumRefunds(tx, ctx, moves));
}
