import type { Actor } from "@/lib/policy/actor";
import { canBeStopped, INTERCEPTED } from "@/lib/policy/machines/return/forwarder";
import { decideMove, type MoveContext } from "@/lib/policy/machines/return/lifecycle";
import type { Status } from "@/lib/policy/machines/return/statuses";
import { type Effect, effectOf, overtaken } from "./move-effects";
import type { MoveRequest, VerbRefusal } from "./move-request";
import { sideOf, subjectOf } from "./move-subject";
import type { MoveSubjectRow } from "./move-subjects";

export type PlannedMove = { row: MoveSubjectRow; to: Status; effect: Effect };
export type MovePlan = { moves: PlannedMove[]; refused: { id: string; refusal: VerbRefusal }[] };

const inputOf = (request: MoveRequest, row: MoveSubjectRow, reported: Status | null): MoveContext["input"] => {
  switch (request.move) {
    case "authorize":
      return {
        isOverridden: request.overrideNote !== undefined,
        isUnseen: request.seen !== undefined && !request.seen.includes(row.id),
      };
    case "close":
      return request.reason === INTERCEPTED
        ? { interception: canBeStopped(row.evaluation.outbound) ? "possible" : "too_late" }
        : {};
    case "withdraw":
      return { isOnBuyersWord: true };
    case "adopt": {
      const adoptStatus = request.statuses ? request.statuses[row.id] : reported;
      return adoptStatus ? { adoptStatus } : {};
    }
    case "undo": {
      const to = request.backTo?.[row.id]?.status;
      return to ? { undoTo: to } : {};
    }
    default:
      return {};
  }
};

/** Decides one request for many returns without writing anything; preflight and the writer share it (S1-16). */
export function planMoves(
  rows: readonly MoveSubjectRow[],
  ids: readonly string[],
  request: MoveRequest,
  actor: Actor,
  now: Date,
): MovePlan {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const plan: MovePlan = { moves: [], refused: [] };
  for (const id of new Set(ids)) {
    const row = byId.get(id);
    if (!row) {
      plan.refused.push({ id, refusal: { code: "not_found" } });
      continue;
    }
    const late = overtaken(row, request);
    if (late) {
      plan.refused.push({ id, refusal: late });
      continue;
    }
    const subject = subjectOf(row);
    const input = inputOf(request, row, subject.reportedStatus);
    const decided = decideMove(request.move, { subject, input, actor: sideOf(actor.kind), now });
    const effect = decided.ok ? effectOf(row, request, decided.value.to) : decided;
    if (decided.ok && effect.ok) plan.moves.push({ row, to: decided.value.to, effect: effect.value });
    else if (!effect.ok) plan.refused.push({ id, refusal: explain(effect.refusal, row) });
  }
  return plan;
}

/** Whoever comes too late is told who was faster, and when. */
const explain = (refusal: VerbRefusal, row: MoveSubjectRow): VerbRefusal =>
  refusal.code === "wrong_status" && row.lastMove?.at
    ? { ...refusal, movedBy: row.lastMove.actorName, movedAt: row.lastMove.at.toISOString() }
    : refusal;
