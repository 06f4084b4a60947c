import type { Db, Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { lockReturns } from "@/lib/platform/moves/lock-returns";
import { withinRefundLimits } from "./member-limits";
import type { MoveAct } from "./move-act";
import type { MoveOutcome, VerbRefusal } from "./move-request";
import { listMoveSubjects } from "./move-subjects";
import { type MovePlan, planMoves } from "./plan-moves";
import { writeMoves } from "./write-moves";

/** Rows locked in one transaction: enough to be cheap, few enough that nobody waits long behind it. */
export const CHUNK = 500;

/**
 * The only writer of returns.status. Moves each of these returns or answers why not; one return is a list of one.
 * Works in transactions of at most 500 rows, locked in id order, so that two people at once make one event each return.
 */
export async function moveReturns(db: Db, act: MoveAct & { ids: readonly string[] }): Promise<MoveOutcome> {
  const ids = [...new Set(act.ids)].sort();
  const outcome: MoveOutcome = { moved: [], eventIds: [], refused: [] };
  for (let start = 0; start < ids.length; start += CHUNK) {
    const chunk = ids.slice(start, start + CHUNK);
    const done = await attempt(db, { ...act, ids: chunk });
    outcome.moved.push(...done.moved);
    outcome.eventIds.push(...done.eventIds);
    outcome.refused.push(...done.refused);
  }
  return outcome;
}

/** The same for a caller that holds the transaction; at most 500 ids. A number already taken is thrown as a conflict. */
export async function moveReturnsIn(tx: Tx, act: MoveAct & { ids: readonly string[] }): Promise<MoveOutcome> {
  const { sellerId, ids, request, actor, now } = act;
  const existing = await lockReturns(tx, sellerId, ids);
  const rows = existing.size > 0 ? await listMoveSubjects(tx, sellerId, [...existing]) : [];
  const plan = await withinRefundLimits(tx, act, planMoves(rows, ids, request, actor, now), { isWhole: true });
  const written = await writeMoves(tx, plan.moves, act);
  return {
    moved: written.map(({ row }) => row.id),
    eventIds: written.map(({ eventId }) => eventId),
    refused: plan.refused,
  };
}

/**
 * The same decision for any number of returns, without locks and without writing: what would happen if it were done now
 * (S1-16), in the order of the ids. What it would refund in sum is left to `sumRefunds`.
 */
export async function previewMoves(tx: Tx, act: MoveAct & { ids: readonly string[] }): Promise<MovePlan> {
  const { sellerId, request, actor, now } = act;
  const plan: MovePlan = { moves: [], refused: [] };
  for (let start = 0; start < act.ids.length; start += CHUNK) {
    const ids = act.ids.slice(start, start + CHUNK);
    const rows = await listMoveSubjects(tx, sellerId, ids);
    const part = planMoves(rows, ids, request, actor, now);
    plan.moves.push(...part.moves);
    plan.refused.push(...part.refused);
  }
  return inOrder(act.ids, await withinRefundLimits(tx, act, plan, { isWhole: false }));
}

/** What is refused at different steps reads in the order of the list the person saw. */
function inOrder(ids: readonly string[], { moves, refused }: MovePlan): MovePlan {
  const place = new Map(ids.map((id, position) => [id, position]));
  return { moves, refused: refused.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)) };
}

async function attempt(db: Db, act: MoveAct & { ids: readonly string[] }): Promise<MoveOutcome> {
  try {
    return await withSeller(db, act.sellerId, (tx) => moveReturnsIn(tx, act));
  } catch (error) {
    const refusal = takenNumber(error, act);
    if (!refusal) throw error;
    return { moved: [], eventIds: [], refused: act.ids.map((id) => ({ id, refusal })) };
  }
}

/** S1-07: an RMA is unique per seller; whoever loses the race for a number is told so. */
export function takenNumber(error: unknown, { request }: MoveAct): VerbRefusal | null {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const isTaken =
    typeof cause === "object" &&
    cause !== null &&
    "constraint_name" in cause &&
    cause.constraint_name === "returns_rma";
  return isTaken && request.move === "authorize" && request.rma ? { code: "rma_taken", rma: request.rma } : null;
}
