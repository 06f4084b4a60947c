import type { ChannelRules } from "@/lib/channels/channel-rules";
import { startOfDay } from "@/lib/kernel/calendar";
import {
  DEADLINES_OF_STATUS,
  type Deadline,
  type DeadlineState,
  deadlinesOnAuthorize,
  deadlinesOnRequest,
  refundDeadline,
  stateAtImport,
} from "@/lib/policy/clocks/deadlines";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { ReturnFacts } from "@/lib/policy/judging/facts";
import { reasonName } from "@/lib/policy/judging/fault";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import type { Status } from "@/lib/policy/machines/return/statuses";

/** What the seller calls a reason today; null where it has no words but ours. */
export function reasonLabelsOf({ ownReasons }: ChannelRules, reason: string): ReasonLabels | null {
  const name = reasonName(reason);
  return Object.hasOwn(ownReasons, name) ? (ownReasons[name]?.labels ?? null) : null;
}

/**
 * The clocks of a return that comes in with a status. What is already past then is recorded as missed and
 * executes nothing (P-18); `isImported` is false for a request made here, whose clocks start now.
 */
export function startingDeadlines(
  channel: ChannelRules,
  request: Pick<ReturnFacts, "requestedOn" | "requestedAt">,
  judged: {
    evaluation: Evaluation;
    status: Status;
    isImported: boolean;
    /** When a report says that it came back, where it says nothing of a refund. */
    backOn?: string | null;
  },
  now: Date,
): (Deadline & { state: DeadlineState })[] {
  const { operation } = channel.current;
  const { timeZone, programme } = channel;
  const { evaluation, status, isImported, backOn = null } = judged;
  const { requestedOn, requestedAt } = request;
  const running: readonly string[] = DEADLINES_OF_STATUS[status];
  const authorizedAt = isImported ? (requestedAt ?? new Date(`${requestedOn}T12:00:00Z`)) : now;
  return [
    ...deadlinesOnRequest({ requestedOn, requestedAt, timeZone }, operation),
    ...deadlinesOnAuthorize(
      { programme, timeZone, authorizedAt, window: evaluation.window, labelFetchedAt: null },
      operation,
    ),
  ]
    .filter(({ kind }) => running.includes(kind))
    .map((deadline) => ({ ...deadline, state: isImported ? stateAtImport(deadline.dueAt, now) : ("open" as const) }))
    .concat(backOn !== null && running.includes("refund") ? refundSince(backOn, channel, now) : []);
}

/** P-04: of goods that came back the refund is awaited; whether it was made in a time that is over, nobody knows (P-18). */
function refundSince(backOn: string, { timeZone, current }: ChannelRules, now: Date) {
  const at = startOfDay(backOn, timeZone);
  const deadline = refundDeadline({ at, isApproximate: true, timeZone }, current.operation);
  return deadline.dueAt > now ? [{ ...deadline, state: "open" as const }] : [];
}
