import type { ChannelRules } from "@/lib/channels/channel-rules";
import { todayIn } from "@/lib/kernel/calendar";
import {
  DEADLINES_OF_STATUS,
  type Deadline,
  type DeadlineState,
  deadlinesOnAuthorize,
  deadlinesOnRequest,
  stateAtImport,
} from "@/lib/policy/clocks/deadlines";
import { evaluate } from "@/lib/policy/judging/evaluate";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { LineFacts, OrderFacts, ReturnFacts } from "@/lib/policy/judging/facts";
import { reasonFaultOf, reasonName } from "@/lib/policy/judging/fault";
import { plainName } from "@/lib/policy/judging/listed";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import type { Status } from "@/lib/policy/machines/return/statuses";
import { type SkuRule, skuRuleOn } from "@/lib/policy/terms/sku-rule";
import { bindTerms } from "@/lib/policy/terms/versions";

type Optional<T, K extends keyof T> = Omit<T, K> & Partial<Pick<T, K>>;
type RequestLine = Optional<Omit<LineFacts, "skuRule" | "reasonFault">, "hasFreeReturn">;

/** A request as its caller knows it; what the channel says of its SKUs and reasons is added when it is judged. */
export type RequestFacts = Pick<ReturnFacts, "requestedOn" | "requestedAt" | "reported"> & {
  /** What the amounts are in, where that may be another currency than the channel's. */
  currency?: string;
  order: Optional<
    OrderFacts,
    "shippedOn" | "outbound" | "isCancelled" | "cancelledOn" | "shipCountry" | "earlierFreeReturns"
  >;
  lines: RequestLine[];
};

/** What an order is taken for while nobody says more of it. */
const NOTHING_MORE = {
  ...{ shippedOn: null, outbound: null, isCancelled: false, cancelledOn: null },
  ...{ shipCountry: null, earlierFreeReturns: 0 },
};

type SkuRules = ReadonlyMap<string, SkuRule>;

/** What the policy judges a request by: the request, its channel, and today. */
export function factsFor(channel: ChannelRules, request: RequestFacts, skuRules: SkuRules, now: Date): ReturnFacts {
  const today = todayIn(now, channel.timeZone);
  const ruleOf = (sku: string | null) => skuRuleOn((sku === null ? null : skuRules.get(plainName(sku))) ?? null, today);
  const { requestedOn, requestedAt, reported } = request;
  const isOther = request.currency !== undefined && request.currency !== channel.currency;
  return {
    requestedOn,
    requestedAt,
    reported,
    channel,
    today,
    otherCurrency: isOther ? (request.currency ?? null) : null,
    order: { ...NOTHING_MORE, ...request.order },
    lines: request.lines.map((line) => ({
      hasFreeReturn: null,
      ...line,
      // What the terms say in the channel's currency says nothing about another's.
      amountMinor: isOther ? null : line.amountMinor,
      skuRule: ruleOf(line.sku),
      reasonFault: reasonFaultOf(channel, line.reason),
    })),
  };
}

/** What the seller calls a reason today; null where it has no words but ours. */
export function reasonLabelsOf({ ownReasons }: ChannelRules, reason: string): ReasonLabels | null {
  const name = reasonName(reason);
  return Object.hasOwn(ownReasons, name) ? (ownReasons[name]?.labels ?? null) : null;
}

/** Judges a request of a channel by the terms that bind it, as import, portal, screens and automation all do. */
export function judge(channel: ChannelRules, request: RequestFacts, skuRules: SkuRules, now: Date): Evaluation {
  const bound = bindTerms(channel.versions, request.order.orderedOn, request.requestedOn);
  const { operation, version } = channel.current;
  return evaluate(factsFor(channel, request, skuRules, now), bound, operation, version);
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
  const { operation } = channel.current;
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
