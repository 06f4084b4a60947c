import type { Tx } from "@/db/client";
import { findMemberLimits } from "@/db/queries/team";
import type { Actor } from "../actor";
import { minorToDecimal } from "../money";
import type { MoveAct } from "./move-act";
import type { VerbRefusal } from "./move-request";
import type { MovePlan, PlannedMove } from "./plan-moves";

export type BulkLimitRefusal = { code: "over_bulk_limit"; limit: number; count: number };

/** Whether one act takes more returns than this person may; null when it does not, or nobody limited them. */
export async function overBulkLimit(
  tx: Tx,
  { sellerId, actor }: { sellerId: string; actor: Actor },
  count: number,
): Promise<BulkLimitRefusal | null> {
  const limit = actor.id === null ? null : (await findMemberLimits(tx, sellerId, actor.id))?.bulkLimit;
  return limit !== null && limit !== undefined && count > limit ? { code: "over_bulk_limit", limit, count } : null;
}

/**
 * The plan without the refunds that this person may not give: more than their limit in the return's currency, or an
 * unknown amount where there is a limit. Asks nothing of the database while no refund goes along.
 */
export async function withinRefundLimits(tx: Tx, { sellerId, actor }: MoveAct, plan: MovePlan): Promise<MovePlan> {
  if (actor.id === null || !plan.moves.some(({ effect }) => effect.hasRefundIntent)) return plan;
  const limits = (await findMemberLimits(tx, sellerId, actor.id))?.refundLimits ?? {};
  const judged = plan.moves.map((move) => ({ move, refusal: overRefundLimit(move, limits) }));
  return {
    moves: judged.flatMap(({ move, refusal }) => (refusal ? [] : [move])),
    refused: [
      ...plan.refused,
      ...judged.flatMap(({ move, refusal }) => (refusal ? [{ id: move.row.id, refusal }] : [])),
    ],
  };
}

function overRefundLimit({ row, effect }: PlannedMove, limits: Readonly<Record<string, number>>): VerbRefusal | null {
  const { currency, valueMinor } = row;
  const limitMinor = limits[currency];
  if (!effect.hasRefundIntent || limitMinor === undefined) return null;
  const limit = minorToDecimal({ amountMinor: limitMinor, currency });
  if (valueMinor === null) return { code: "refund_amount_unknown", currency, limit };
  if (valueMinor <= limitMinor) return null;
  return { code: "over_refund_limit", currency, limit, amount: minorToDecimal({ amountMinor: valueMinor, currency }) };
}
