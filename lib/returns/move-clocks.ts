import {
  DEADLINES_CLOSED_BY,
  DEADLINES_OF_STATUS,
  type Deadline,
  type DeadlineKind,
  type DeadlineState,
  deadlinesOnAuthorize,
  deadlinesOnRequest,
  endedAs,
  stateAtImport,
} from "@/lib/policy/clocks/deadlines";
import type { Status } from "@/lib/policy/machines/return/statuses";
import type { MoveRequest } from "./move-request";
import type { PlannedMove } from "./plan-moves";

export type Clocks = {
  closed: { kind: DeadlineKind; state: DeadlineState }[];
  /** When what this move answers late was due (P-32). */
  lateSince: Date | null;
  reopened: DeadlineKind[];
  opened: (Deadline & { state: "open" | "missed_before_import" })[];
  /** The earliest of what is open afterwards. */
  nextDueAt: Date | null;
};

/** What a move does to the deadlines of its return: which it closes and how, which it opens, which undo opens again. */
export function clocksAfter({ row, to }: Pick<PlannedMove, "row" | "to">, request: MoveRequest, now: Date): Clocks {
  const { move } = request;
  const endings = endingsOf(request, to);
  const running: readonly DeadlineKind[] = DEADLINES_OF_STATUS[to];
  const open = row.deadlines.filter(({ state }) => state === "open");
  const closed = open.flatMap(({ kind, dueAt }) => {
    const state = endings[kind];
    return state && !(move === "adopt" && running.includes(kind))
      ? [{ kind, state: endedAs(state, dueAt, now), dueAt }]
      : [];
  });
  const staysOpen = open.filter(({ kind }) => !closed.some((closing) => closing.kind === kind));
  const reopened = row.deadlines.filter(
    ({ kind, closedAt }) => running.includes(kind) && isUndone(closedAt, row, request),
  );
  const known = new Set([...staysOpen, ...reopened].map(({ kind }) => kind));
  const opened = startedIn(row, now)
    .filter(({ kind }) => running.includes(kind) && !known.has(kind) && move !== "undo")
    // P-18: a clock that a report starts, and that ran out before, carries nothing out.
    .map((deadline) => ({
      ...deadline,
      state: move === "adopt" ? stateAtImport(deadline.dueAt, now) : ("open" as const),
    }));
  const due = [...staysOpen, ...reopened, ...opened.filter(({ state }) => state === "open")].map(({ dueAt }) =>
    dueAt.getTime(),
  );
  return {
    closed: closed.map(({ kind, state }) => ({ kind, state })),
    lateSince: closed.find(({ state }) => state === "late")?.dueAt ?? null,
    reopened: reopened.map(({ kind }) => kind),
    opened,
    nextDueAt: due.length > 0 ? new Date(Math.min(...due)) : null,
  };
}

/** Whether a clock was ended by what is undone. */
function isUndone(closedAt: Date | null, { id, lastMove }: PlannedMove["row"], request: MoveRequest): boolean {
  if (request.move !== "undo" || closedAt === null) return false;
  const since = request.backTo?.[id]?.since;
  return since ? closedAt >= since : closedAt.getTime() === lastMove?.at?.getTime();
}

/** Statuses of a marketplace that nobody answered for. */
const UNANSWERED: readonly Status[] = ["withdrawn", "lapsed", "unknown"];

/** A request that the answer clock itself authorized was not answered in time. */
function endingsOf(request: MoveRequest, to: Status): Partial<Record<DeadlineKind, DeadlineState>> {
  const endings = DEADLINES_CLOSED_BY[request.move];
  if (request.move === "adopt" && UNANSWERED.includes(to)) return { ...endings, answer: "cancelled" };
  const isFired = request.move === "authorize" && request.because === "answer_due";
  return isFired ? { ...endings, answer: "fired" } : endings;
}

function startedIn(row: PlannedMove["row"], now: Date): Deadline[] {
  const { channel, evaluation, operation, requestedOn, requestedAt } = row;
  const { timeZone, programme } = channel;
  return [
    ...deadlinesOnRequest({ requestedOn, requestedAt, timeZone }, operation),
    ...deadlinesOnAuthorize(
      { programme, timeZone, authorizedAt: now, window: evaluation.window, labelFetchedAt: null },
      operation,
    ),
  ];
}
