import { todayIn } from "@/lib/kernel/calendar";
import { type Status, UNITS_FREED_IN } from "../machines/return/statuses";
import { type SkuRule, skuRuleOn } from "../terms/sku-rule";
import type { ChannelFacts, LineFacts, OrderFacts, ReportedFacts, ReturnFacts } from "./facts";
import { type ReasonFaults, reasonFaultOf } from "./fault";
import { plainName } from "./listed";

/** A line of an order, whatever is asked for of it. */
export type OrderItem = Pick<LineFacts, "id" | "sku" | "category" | "amountMinor" | "hasFreeReturn"> & {
  asin: string | null;
  quantity: number | null;
};

/** A request among the others of its order, stored or about to be. */
export type OrderRequest = Pick<ReturnFacts, "requestedOn" | "requestedAt"> & {
  id: string;
  status: Status;
  reported: ReportedFacts | null;
  /** It travels free of charge by its judgement, so that a later one of the order does not (S0-13). */
  isFree: boolean;
  lines: readonly { orderLineId: string; reason: string; quantity: number }[];
};

/** All of an order that judging a request about it looks at. */
export type OrderToJudge = Omit<OrderFacts, "earlierFreeReturns"> & {
  id: string;
  currency: string;
  items: readonly OrderItem[];
  requests: OrderRequest[];
};

/** What is said of a channel and its SKUs on the day of the judgement. */
export type JudgedWith<Channel> = { channel: Channel; skuRules: ReadonlyMap<string, SkuRule>; now: Date };

const FREED: readonly Status[] = UNITS_FREED_IN;
const NONE: readonly OrderRequest[] = [];

/** Whether one of two requests about an order came first; what came later takes nothing from it. */
const isEarlier = (a: OrderRequest, b: OrderRequest): boolean =>
  a.requestedOn === b.requestedOn ? a.id < b.id : a.requestedOn < b.requestedOn;

/** The requests of an order as they were asked for: each is judged by those before it. */
export const inTurn = (requests: readonly OrderRequest[]): OrderRequest[] =>
  [...requests].sort((a, b) => (isEarlier(a, b) ? -1 : 1));

/** P-11, S0-13: requests that were asked for before, of one day by their id, and still hold what they asked for. */
const standingBefore = ({ requests }: OrderToJudge, request: OrderRequest): readonly OrderRequest[] =>
  requests.length === 1 && requests[0] === request
    ? NONE
    : requests.filter((other) => other.id !== request.id && isEarlier(other, request) && !FREED.includes(other.status));

/** Most orders have a line or two: an index is made for long ones. */
function findItem(items: readonly OrderItem[]): (id: string) => OrderItem | undefined {
  if (items.length < 8) return (id) => items.find((item) => item.id === id);
  const byId = new Map(items.map((item) => [item.id, item]));
  return (id) => byId.get(id);
}

/** A request as the policy judges it, with the report's own word beside (P-21): the one way from rows to facts. */
export function factsOf<Channel extends ChannelFacts & ReasonFaults>(
  order: OrderToJudge,
  request: OrderRequest,
  { channel, skuRules, now }: JudgedWith<Channel>,
): ReturnFacts {
  const today = todayIn(now, channel.timeZone);
  const isOther = order.currency !== channel.currency;
  const before = standingBefore(order, request);
  const returned = (orderLineId: string) => {
    let sum = 0;
    for (const { lines } of before)
      for (const line of lines) if (line.orderLineId === orderLineId) sum += line.quantity;
    return sum;
  };
  const itemOf = findItem(order.items);
  const { currency, orderedOn, promisedOn, deliveredOn, shippedOn, outbound, isCancelled, cancelledOn, shipCountry } =
    order;
  const { requestedOn, requestedAt, reported } = request;
  return {
    requestedOn,
    requestedAt,
    reported: reported && {
      isInPolicy: reported.isInPolicy ?? null,
      labelType: reported.labelType ?? null,
      labelPaidBy: reported.labelPaidBy ?? null,
    },
    channel,
    today,
    otherCurrency: isOther ? currency : null,
    order: {
      orderedOn,
      promisedOn,
      deliveredOn,
      shippedOn,
      outbound,
      isCancelled,
      cancelledOn,
      shipCountry,
      earlierFreeReturns: before.filter(({ isFree }) => isFree).length,
    },
    lines: request.lines.map(({ orderLineId, reason, quantity }) => {
      const item = itemOf(orderLineId);
      const sku = item?.sku ?? null;
      return {
        id: orderLineId,
        sku,
        category: item?.category ?? null,
        reason,
        quantity,
        orderedQuantity: item?.quantity ?? null,
        alreadyReturnedQuantity: returned(orderLineId),
        // What the terms say in the channel's currency says nothing about another's.
        amountMinor: isOther ? null : (item?.amountMinor ?? null),
        hasFreeReturn: item?.hasFreeReturn ?? null,
        skuRule: skuRuleOn((sku === null ? null : skuRules.get(plainName(sku))) ?? null, today),
        reasonFault: reasonFaultOf(channel, reason),
      };
    }),
  };
}

/** What the goods of a request cost, from the amounts of their order lines; unknown as soon as one of them is. */
export function goodsValueOf({ items }: OrderToJudge, { lines }: Pick<OrderRequest, "lines">): number | null {
  const ids = new Set(lines.map(({ orderLineId }) => orderLineId));
  return sumKnown(items.filter(({ id }) => ids.has(id)).map(({ amountMinor }) => amountMinor));
}

/** The sum of amounts, or unknown as soon as one of them is. */
export const sumKnown = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);
