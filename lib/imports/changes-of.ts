import { isDeepStrictEqual } from "node:util";
import type { KnownOrder, KnownReturn, KnownReturnLine } from "./import-world";

/** What a report changed, by field: what it was and what it is now. Lines are named by their place, from 1. */
export type Changes = Record<string, [from: unknown, to: unknown]>;

type Side = { order: KnownOrder; request: KnownReturn };

/** All facts of a return that a report can change, flat and by name. */
function factsOf({ order, request }: Side): Record<string, unknown> {
  const { channelRma, requestedOn, requestedAt, reportedStatus, isDisputed, reported } = request;
  const items = new Map(order.lines.map(({ id, ...item }) => [id, item]));
  const lineFacts = ({ orderLineId, position, reason, quantity, reportedRefundedMinor }: KnownReturnLine) => {
    const item = items.get(orderLineId);
    const facts = {
      ...item,
      orderedQuantity: item?.quantity ?? null,
      reason,
      quantity,
      reportedRefundedMinor,
    };
    return Object.entries(facts).map(([name, value]) => [`line${position + 1}.${name}`, value]);
  };
  return {
    orderedOn: order.orderedOn,
    requestedOn,
    requestedAt,
    channelRma,
    reportedStatus,
    isDisputed,
    ...reported,
    ...Object.fromEntries(request.lines.flatMap(lineFacts)),
  };
}

/** What differs between a return as it was and as a report has it; a line that is new has been null before. */
export function changesOf(before: Side, after: Side): Changes {
  const was = factsOf(before);
  const changes: Changes = {};
  for (const [name, value] of Object.entries(factsOf(after))) {
    const old = was[name] ?? null;
    if (!isDeepStrictEqual(old, value ?? null)) changes[name] = [old, value];
  }
  return changes;
}
