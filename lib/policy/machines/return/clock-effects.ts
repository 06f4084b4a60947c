import { startOfDay } from "@/lib/kernel/calendar";
import {
  completeDeadline,
  DEADLINES_OF_STATUS,
  type Deadline,
  type DeadlineKind,
  type DeadlineState,
  deadlinesOnAuthorize,
  deadlinesOnRequest,
  endedAs,
  isWayBack,
  refundDeadline,
  stateAtImport,
} from "../../clocks/deadlines";
import { REACH } from "../../reach";
import type { ReturnEffect } from "./effects";
import type { Status } from "./statuses";
import type { Clock, ReturnSubject } from "./subject";

export type Endings = Partial<Record<DeadlineKind, Exclude<DeadlineState, "open">>>;
type Ended = { subject: ReturnSubject; now: Date };

/** How an answer ends the clocks of a request, and how anything does that makes all of them idle. */
export const ANSWERED: Endings = { answer: "met", expire: "cancelled" };
export const ALL_CANCELLED: Endings = {
  ...{ answer: "cancelled", expire: "cancelled" },
  ...{ fetch_label: "cancelled", send_back: "cancelled", refund: "cancelled", complete: "cancelled" },
};

/** Ends those of the open clocks that are named; what is answered when its time is past was answered late (P-32). */
export const stops = ({ subject, now }: Ended, endings: Endings): ReturnEffect[] =>
  subject.deadlines.flatMap(({ kind, dueAt, state }) => {
    const as = state === "open" ? endings[kind] : undefined;
    return as ? [{ kind: "stops", clock: kind, as: endedAs(as, dueAt, now), dueAt: dueAt.toISOString() }] : [];
  });

/** The clocks that run in a status and do not run yet; one that ran out before a report told of it does nothing (P-18). */
export function starts({ subject, now }: Ended, to: Status, isReported = false): ReturnEffect[] {
  const running: readonly DeadlineKind[] = DEADLINES_OF_STATUS[to];
  const known = new Set(subject.deadlines.filter(({ state }) => state === "open").map(({ kind }) => kind));
  return clocksOf(subject, now)
    .filter(({ kind }) => running.includes(kind) && !known.has(kind))
    .map((clock) => begins(clock, isReported ? stateAtImport(clock.dueAt, now) : "open"));
}

const begins = ({ kind, dueAt, ...clock }: Deadline, as: "open" | "missed_before_import"): ReturnEffect => ({
  ...{ kind: "starts", clock: kind, dueAt: dueAt.toISOString(), as },
  ...clock,
});

const isRunning = ({ deadlines }: ReturnSubject, of: DeadlineKind): boolean =>
  deadlines.some(({ kind, state }) => kind === of && state === "open");

/** P-04, P-12: goods are there, and nothing counts the days until they are refunded yet. */
export const startsRefund = ({ subject, now }: Ended): ReturnEffect[] =>
  isRunning(subject, "refund") ? [] : refundClocks(subject, now).map((clock) => begins(clock, "open"));

/** On a marketplace nobody knows whether money went back in a time that is over (P-18), and a refund that it reports is one (P-22). */
function refundClocks(subject: ReturnSubject, now: Date): Deadline[] {
  const clock = refundClock(subject, now);
  const isKnown = REACH[subject.mode].carriesOut || (!subject.isRefundReported && clock.dueAt > now);
  return isKnown ? [clock] : [];
}

/** P-05: the days without change begin anew; a marketplace counts them itself. */
export function restartsCompletion({ subject, now }: Ended): ReturnEffect[] {
  if (!REACH[subject.mode].carriesOut) return [];
  const clock = completeDeadline({ at: now, timeZone: subject.channel.timeZone }, subject.operation);
  const open = subject.deadlines.find(({ kind, state }) => kind === "complete" && state === "open");
  return [open ? shifts(open, clock.dueAt) : begins(clock, "open")];
}

/** The first goods count from their carrier's word, where that was earlier; what comes later counts from when it was looked at. */
function refundClock({ channel: { timeZone }, operation, ...subject }: ReturnSubject, now: Date): Deadline {
  const isFirst = subject.deadlines.every(({ kind, state }) => kind !== "refund" || state === "cancelled");
  const { deliveredAt, reportedBackOn } = subject;
  const told = deliveredAt ?? (reportedBackOn === null ? null : startOfDay(reportedBackOn, timeZone));
  const at = isFirst && told && told < now ? told : now;
  return refundDeadline({ at, isApproximate: at !== now && deliveredAt === null, timeZone }, operation);
}

function clocksOf(subject: ReturnSubject, now: Date): Deadline[] {
  const { channel, evaluation, operation, requestedOn, requestedAt, labelFetchedAt } = subject;
  const { timeZone, programme } = channel;
  return [
    ...deadlinesOnRequest({ requestedOn, requestedAt, timeZone }, operation),
    ...deadlinesOnAuthorize(
      { programme, timeZone, authorizedAt: now, window: evaluation.window, labelFetchedAt },
      operation,
    ),
    ...refundClocks(subject, now),
  ];
}

/** The clock that runs for the goods: of a label that is to be fetched, or of their arrival. */
export const runningClocks = ({ deadlines }: Pick<ReturnSubject, "deadlines">): Clock[] =>
  deadlines.filter(({ kind, state }) => state === "open" && isWayBack(kind));

export const shifts = ({ kind, dueAt }: Clock, to: Date): ReturnEffect => ({
  ...{ kind: "shifts", clock: kind },
  ...{ from: dueAt.toISOString(), to: to.toISOString() },
});

/** When what these effects answer late was due (P-32); null: nothing was late. */
export const lateSince = (effects: readonly ReturnEffect[]): string | null =>
  effects.flatMap((effect) => (effect.kind === "stops" && effect.as === "late" ? [effect.dueAt] : []))[0] ?? null;

/** The earliest of what is open once the effects are carried out; null: nothing is due. */
export function nextDue({ deadlines }: ReturnSubject, effects: readonly ReturnEffect[]): Date | null {
  const stopped = new Set(effects.flatMap((effect) => (effect.kind === "stops" ? [effect.clock] : [])));
  const shifted = new Set(effects.flatMap((effect) => (effect.kind === "shifts" ? [effect.clock] : [])));
  const staying = deadlines.filter(({ kind, state }) => state === "open" && !stopped.has(kind) && !shifted.has(kind));
  const due = effects.flatMap((effect): number[] => {
    if (effect.kind === "starts") return effect.as === "open" ? [Date.parse(effect.dueAt)] : [];
    if (effect.kind === "shifts") return [Date.parse(effect.to)];
    if (effect.kind !== "restarts") return [];
    const clock = deadlines.find(
      ({ kind, closedAt }) => kind === effect.clock && closedAt?.toISOString() === effect.closedAt,
    );
    return clock ? [clock.dueAt.getTime()] : [];
  });
  const all = [...staying.map(({ dueAt }) => dueAt.getTime()), ...due];
  return all.length > 0 ? new Date(Math.min(...all)) : null;
}

/** Whether a clock had run out before the return came in (P-18), or was answered late (P-32), once the effects are carried out. */
export function endedBefore({ deadlines }: ReturnSubject, effects: readonly ReturnEffect[]) {
  const runsAgain = (kind: DeadlineKind, closedAt: Date | null) =>
    effects.some(
      (effect) => effect.kind === "restarts" && effect.clock === kind && effect.closedAt === closedAt?.toISOString(),
    );
  return {
    isMissed:
      deadlines.some(({ state }) => state === "missed_before_import") ||
      effects.some((effect) => effect.kind === "starts" && effect.as === "missed_before_import"),
    isLate:
      deadlines.some(({ kind, state, closedAt }) => state === "late" && !runsAgain(kind, closedAt)) ||
      effects.some((effect) => effect.kind === "stops" && effect.as === "late"),
  };
}
