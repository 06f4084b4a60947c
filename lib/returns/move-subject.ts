import type { Actor } from "@/lib/policy/actor";
import type { DeadlineKind } from "@/lib/policy/clocks/deadlines";
import { statusOfReport } from "@/lib/policy/judging/reported";
import { type ActorKind, MOVES, type Move, type MoveSubject } from "@/lib/policy/machines/return/lifecycle";
import type { DeadlineRow, MoveSubjectRow } from "./move-subjects";

const isMove = (kind: string): kind is Move => kind in MOVES;

const openUntil = (deadlines: readonly DeadlineRow[], kind: DeadlineKind): Date | null =>
  deadlines.find((deadline) => deadline.kind === kind && deadline.state === "open")?.dueAt ?? null;

/** Platform support acts for the seller. */
export const sideOf = (kind: Actor["kind"]): ActorKind => (kind === "support" ? "seller" : kind);

/** A return's row in the words of the policy: what decideMove and movesOpenTo judge. */
export function subjectOf(row: MoveSubjectRow): MoveSubject {
  const { lastMove, openHandover } = row;
  const isKnown = lastMove !== null && lastMove.kind !== null && isMove(lastMove.kind);
  return {
    status: row.status,
    previousStatus: lastMove?.fromStatus ?? null,
    lastMove: isKnown ? (lastMove.kind as Move) : null,
    lastMovedAt: lastMove?.at ?? null,
    lastMovedBy: lastMove?.actorKind ? sideOf(lastMove.actorKind) : null,
    verdict: row.verdict,
    isPrepaidEligible: row.isPrepaidEligible,
    isOrderCancelled: row.isOrderCancelled,
    mode: row.channel.mode,
    reportedStatus: row.reportedStatus
      ? statusOfReport(row.reportedStatus, row.reported?.deliveredBackOn ?? null)
      : null,
    openHandover: openHandover && isMove(openHandover) ? openHandover : null,
    hasKeptOurs: row.keptAgainst !== null && row.keptAgainst === row.reportedStatus,
    expiresAt: openUntil(row.deadlines, "expire"),
    lapsesAt: openUntil(row.deadlines, "send_back"),
    undoUntil: lastMove?.at ? new Date(lastMove.at.getTime() + row.operation.undoSeconds * 1000) : null,
    hasLeftOutbox: row.hasLeftOutbox,
    hasPaidRefund: row.hasPaidRefund,
  };
}
