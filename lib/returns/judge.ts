import type { ChannelRules } from "@/db/queries/channel-rules";
import { todayIn } from "../policy/calendar";
import {
  DEADLINES_OF_STATUS,
  type Deadline,
  type DeadlineState,
  deadlinesOnAuthorize,
  deadlinesOnRequest,
  stateAtImport,
} from "../policy/deadlines";
import { evaluate } from "../policy/evaluate";
import type { Evaluation } from "../policy/evaluation";
import type { ReturnFacts } from "../policy/facts";
import type { Status } from "../policy/lifecycle";
import type { Operation } from "../policy/terms";
import { bindTerms, inForce } from "../policy/versions";

export type RequestFacts = Pick<ReturnFacts, "order" | "requestedOn" | "requestedAt" | "lines" | "reported">;

/** How the channel works today: operation binds at decision time (P-10). */
const operationOf = (channel: ChannelRules, now: Date): Operation =>
  inForce(channel.versions, todayIn(now, channel.timeZone)).operation;

/** Judges a request of a channel by the terms that bind it, as import, portal, screens and automation all do. */
export function judge(channel: ChannelRules, request: RequestFacts, now: Date): Evaluation {
  const bound = bindTerms(channel.versions, request.order.orderedOn, request.requestedOn);
  const facts: ReturnFacts = { ...request, channel, today: todayIn(now, channel.timeZone) };
  return evaluate(facts, bound, operationOf(channel, now));
}

/**
 * The clocks of a return that comes in with a status. What is already past then is recorded as missed and
 * executes nothing (P-18); `isImported` is false for a request made here, whose clocks start now.
 */
export function startingDeadlines(
  channel: ChannelRules,
  request: RequestFacts,
  judged: { evaluation: Evaluation; status: Status; isImported: boolean },
  now: Date,
): (Deadline & { state: DeadlineState })[] {
  const operation = operationOf(channel, now);
  const { timeZone, programme } = channel;
  const { evaluation, status, isImported } = judged;
  const running: readonly string[] = DEADLINES_OF_STATUS[status];
  const authorizedAt = isImported ? (request.requestedAt ?? new Date(`${request.requestedOn}T12:00:00Z`)) : now;
  return [
    ...deadlinesOnRequest({ ...request, timeZone }, operation),
    ...deadlinesOnAuthorize(
      { programme, timeZone, authorizedAt, window: evaluation.window, labelFetchedAt: null },
      operation,
    ),
  ]
    .filter(({ kind }) => running.includes(kind))
    .map((deadline) => ({ ...deadline, state: isImported ? stateAtImport(deadline.dueAt, now) : "open" }));
}
