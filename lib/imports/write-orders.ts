import { isDeepStrictEqual } from "node:util";
import { type SQL, sql } from "drizzle-orm";
import type { KnownOrderLine } from "@/db/queries/import-world";
import { orderLines, orders } from "@/db/schema";
import { inputRows, insertionIfAny } from "@/db/write-set";
import type { BatchContext } from "./batch-context";
import type { OrderPlan } from "./plan-order";

/** Statements that write the orders of a batch and their lines, as far as they are new or changed. */
export function orderWrites(plans: readonly OrderPlan[], context: BatchContext): (SQL | null)[] {
  const { sellerId, channel, now } = context;
  const lines = plans.flatMap(({ before, after }) => {
    const known = new Map(before?.lines.map((line) => [line.id, line]));
    return after.lines.map((line) => ({ orderId: after.id, line, was: known.get(line.id) ?? null }));
  });
  const changed = lines.filter(({ line, was }) => was !== null && !isDeepStrictEqual(was, line));
  const moved = plans.filter(({ before, after }) => before !== null && before.orderedOn !== after.orderedOn);
  return [
    insertionIfAny(
      orders,
      plans
        .filter(({ before }) => before === null)
        .map(({ after: { id, number, orderedOn } }) => ({
          sellerId,
          id,
          channelId: channel.id,
          number,
          orderedOn,
          currency: channel.currency,
          isCurrencyAssumed: true,
          createdAt: now,
        })),
    ),
    insertionIfAny(
      orderLines,
      lines.filter(({ was }) => was === null).map(({ orderId, line }) => ({ sellerId, orderId, ...line })),
    ),
    orderLineUpdate(
      sellerId,
      changed.map(({ line }) => line),
    ),
    orderUpdate(
      sellerId,
      moved.map(({ after: { id, orderedOn } }) => ({ id, orderedOn })),
    ),
  ];
}

/** Sets the facts of order lines; also how an undone import puts them back. */
export const orderLineUpdate = (sellerId: string, lines: readonly KnownOrderLine[]): SQL | null =>
  lines.length === 0
    ? null
    : sql`update order_lines l set item_id = input.item_id, sku = input.sku, asin = input.asin, title = input.title,
        category = input.category, quantity = input.quantity, amount_minor = input.amount_minor
      from ${inputRows(
        lines,
        "id uuid, item_id text, sku text, asin text, title text, category text, quantity int, amount_minor bigint",
      )}
      where l.seller_id = ${sellerId} and l.id = input.id`;

export const orderUpdate = (sellerId: string, found: readonly { id: string; orderedOn: string }[]): SQL | null =>
  found.length === 0
    ? null
    : sql`update orders o set ordered_on = input.ordered_on from ${inputRows(found, "id uuid, ordered_on date")}
      where o.seller_id = ${sellerId} and o.id = input.id`;
