import type { Db, Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { violates } from "@/db/write-set";
import { followGoods } from "@/lib/parcels/follow-goods";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { CHUNK, moveIn, type Plan, planMoves } from "@/lib/platform/moves/writer";
import type { ReturnWords } from "@/lib/policy/machines/return/move";
import { returnMachine } from "@/lib/policy/machines/return/return-machine";
import type { ReturnSubject } from "@/lib/policy/machines/return/subject";
import { withinRefundLimits } from "./member-limits";
import type { MoveAct, MoveOutcome, MovePlan, VerbRefusal } from "./move-request";
import { returnStore } from "./return-store";

/**
 * The only writer of returns.status. Moves each of these returns or answers why not; one return is a list of one.
 * Works in transactions of at most 500 rows, locked in id order, so that two people at once make one event each return.
 */
export async function moveReturns({ db, ...acting }: Ctx, asked: Omit<MoveAct, keyof Acting>): Promise<MoveOutcome> {
  const act: MoveAct = { ...asked, ...acting };
  const ids = [...new Set(act.ids)].sort();
  const outcome: MoveOutcome = { moved: [], eventIds: [], refused: [] };
  for (let start = 0; start < ids.length; start += CHUNK) {
    const done = await attempt(db, { ...act, ids: ids.slice(start, start + CHUNK) });
    outcome.moved.push(...done.moved);
    outcome.eventIds.push(...done.eventIds);
    outcome.refused.push(...done.refused);
  }
  return outcome;
}

/** The same for a caller that holds the transaction; at most 500 ids. A number already taken is thrown as a conflict. */
export async function moveReturnsIn(tx: Tx, act: MoveAct): Promise<MoveOutcome> {
  const returns = { machine: returnMachine, store: returnStore, actor: act.actor.kind };
  const { written, refused } = await moveIn(tx, returns, act, (plan, subjects) =>
    withinRefundLimits(tx, act, explained(plan, subjects), { isWhole: true }),
  );
  await followGoods(
    tx,
    act,
    written.flatMap(({ effects }) => effects),
  );
  return {
    moved: written.map(({ subject }) => subject.id),
    eventIds: written.map(({ eventId }) => eventId),
    refused,
  };
}

/**
 * The same decision for any number of returns, without locks and without writing: what would happen if it were done now
 * (S1-16), in the order of the ids. `unasked` names what the person will still say. What it would refund in sum is left
 * to `sumRefunds`.
 */
export async function previewMoves(tx: Tx, act: MoveAct, unasked: readonly string[] = []): Promise<MovePlan> {
  const plan: MovePlan = { moves: [], refused: [] };
  for (let start = 0; start < act.ids.length; start += CHUNK) {
    const ids = act.ids.slice(start, start + CHUNK);
    const subjects = await returnStore.load(tx, act.sellerId, ids);
    const part = explained(planMoves(returnMachine, subjects, { ...act, ids }, act.actor.kind, unasked), subjects);
    plan.moves.push(...part.moves);
    plan.refused.push(...part.refused);
  }
  return inOrder(act.ids, await withinRefundLimits(tx, act, plan, { isWhole: false }));
}

function explained({ moves, refused }: Plan<ReturnWords>, subjects: readonly ReturnSubject[]): MovePlan {
  const byId = new Map(subjects.map((subject) => [subject.id, subject]));
  return { moves, refused: refused.map(({ id, refusal }) => ({ id, refusal: explain(refusal, byId.get(id)) })) };
}

/** Whoever comes too late is told who was faster, and when. */
const explain = (refusal: VerbRefusal, subject: ReturnSubject | undefined): VerbRefusal =>
  refusal.code === "wrong_status" && subject?.lastEvent
    ? { ...refusal, movedBy: subject.lastEvent.actorName, movedAt: subject.lastEvent.at.toISOString() }
    : refusal;

/** What is refused at different steps reads in the order of the list the person saw. */
function inOrder(ids: readonly string[], { moves, refused }: MovePlan): MovePlan {
  const place = new Map(ids.map((id, position) => [id, position]));
  return { moves, refused: refused.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)) };
}

async function attempt(db: Db, act: MoveAct): Promise<MoveOutcome> {
  try {
    return await withSeller(db, act.sellerId, (tx) => moveReturnsIn(tx, act));
  } catch (error) {
    const refusal = takenNumber(error, act);
    if (!refusal) throw error;
    return { moved: [], eventIds: [], refused: act.ids.map((id) => ({ id, refusal })) };
  }
}

/** S1-07: an RMA is unique per seller; whoever loses the race for a number is told so. */
export function takenNumber(error: unknown, { request }: Pick<MoveAct, "request">): VerbRefusal | null {
  if (!violates(error, "returns_rma")) return null;
  return "rma" in request && request.rma ? { code: "rma_taken", rma: request.rma } : null;
}
