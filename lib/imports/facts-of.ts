import type { RequestFacts } from "@/lib/judging/judge";
import { type Status, UNITS_FREED_IN } from "@/lib/policy/machines/return/statuses";
import type { KnownOrder, KnownReturn } from "./import-world";

const FREED: readonly Status[] = UNITS_FREED_IN;

/** Whether one of two requests about an order came first; what came later takes nothing from it. */
const isEarlier = (a: KnownReturn, b: KnownReturn): boolean =>
  a.requestedOn === b.requestedOn ? a.id < b.id : a.requestedOn < b.requestedOn;

/** The returns of an order as they were asked for: each is judged by those before it. */
export const inTurn = (found: readonly KnownReturn[]): KnownReturn[] =>
  [...found].sort((a, b) => (isEarlier(a, b) ? -1 : 1));

const standingBefore = (order: KnownOrder, request: KnownReturn): KnownReturn[] =>
  order.returns.filter((other) => other !== request && isEarlier(other, request) && !FREED.includes(other.status));

/** P-11: units of an order line in earlier returns that still stand or came back. */
function alreadyReturned(order: KnownOrder, request: KnownReturn, orderLineId: string): number {
  return standingBefore(order, request)
    .flatMap(({ lines }) => lines)
    .filter((line) => line.orderLineId === orderLineId)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/** A return of a report as the policy judges it, with the report's own word beside (P-21). */
export function factsOf(order: KnownOrder, request: KnownReturn): RequestFacts {
  const { orderedOn, promisedOn, deliveredOn, shippedOn, outbound, isCancelled, cancelledOn, shipCountry } = order;
  const { isInPolicy = null, labelType = null, labelPaidBy = null } = request.reported ?? {};
  const items = new Map(order.lines.map((item) => [item.id, item]));
  return {
    currency: order.currency,
    order: {
      orderedOn,
      promisedOn,
      deliveredOn,
      shippedOn,
      outbound,
      isCancelled,
      cancelledOn,
      shipCountry,
      earlierFreeReturns: standingBefore(order, request).filter(({ isFree }) => isFree).length,
    },
    requestedOn: request.requestedOn,
    requestedAt: request.requestedAt ? new Date(request.requestedAt) : null,
    reported: { isInPolicy, labelType, labelPaidBy },
    lines: request.lines.map(({ orderLineId, reason, quantity }) => {
      const item = items.get(orderLineId);
      return {
        id: orderLineId,
        sku: item?.sku ?? null,
        category: item?.category ?? null,
        reason,
        quantity,
        orderedQuantity: item?.quantity ?? null,
        alreadyReturnedQuantity: alreadyReturned(order, request, orderLineId),
        amountMinor: item?.amountMinor ?? null,
        hasFreeReturn: item?.hasFreeReturn ?? null,
      };
    }),
  };
}
