import { isDeepStrictEqual } from "node:util";
import { type SQL, sql } from "drizzle-orm";
import { orderLines, orders } from "@/db/schema";
import { inputRows, insertionIfAny } from "@/db/write-set";
import type { BatchContext } from "./batch-context";
import type { KnownOrder, KnownOrderLine } from "./import-world";

export type OrderFacts = Omit<KnownOrder, "lines" | "returns">;

/** What is known of an order itself, without its lines and returns. */
export const orderFactsOf = ({ lines: _, returns: __, ...facts }: KnownOrder): OrderFacts => facts;

type Plan = { before: KnownOrder | null; after: KnownOrder };

/** Statements that write the orders of a batch and their lines, as far as they are new or changed. */
export function orderWrites(plans: readonly Plan[], context: BatchContext): (SQL | null)[] {
  const { sellerId, channel } = context;
  const now = context.now.toISOString();
  const lines = plans.flatMap(({ before, after }) => {
    const known = new Map(before?.lines.map((line) => [line.id, line]));
    return after.lines.map((line) => ({ orderId: after.id, line, was: known.get(line.id) ?? null }));
  });
  const changed = lines.filter(({ line, was }) => was !== null && !isDeepStrictEqual(was, line));
  return [
    insertionIfAny(
      orders,
      plans
        .filter(({ before }) => before === null)
        .map(({ after }) => ({
          sellerId,
          channelId: channel.id,
          ...orderFactsOf(after),
          createdAt: context.now,
          updatedAt: context.now,
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
      plans.filter(hasChanged).map(({ after }) => ({ ...orderFactsOf(after), updatedAt: now })),
    ),
  ];
}

const hasChanged = ({ before, after }: Plan): boolean =>
  before !== null &&
  !(isDeepStrictEqual(orderFactsOf(before), orderFactsOf(after)) && isDeepStrictEqual(before.lines, after.lines));

/** Sets the facts of order lines; also how an undone import puts them back. */
export const orderLineUpdate = (sellerId: string, lines: readonly KnownOrderLine[]): SQL | null =>
  lines.length === 0
    ? null
    : sql`update order_lines l set item_id = input.item_id, sku = input.sku, asin = input.asin, title = input.title,
        category = input.category, quantity = input.quantity, amount_minor = input.amount_minor,
        has_free_return = input.has_free_return
      from ${inputRows(
        lines,
        `id uuid, item_id text, sku text, asin text, title text, category text, quantity int, amount_minor bigint,
         has_free_return boolean`,
      )}
      where l.seller_id = ${sellerId} and l.id = input.id`;

/** Sets all facts of orders; also how an undone import puts them back, to the very time of their last change. */
export const orderUpdate = (sellerId: string, found: readonly OrderFacts[]): SQL | null =>
  found.length === 0
    ? null
    : sql`update orders o set ordered_on = input.ordered_on, promised_on = input.promised_on,
        delivered_on = input.delivered_on, shipped_on = input.shipped_on, outbound = input.outbound,
        is_cancelled = coalesce(input.is_cancelled, false), cancelled_on = input.cancelled_on,
        ship_country = input.ship_country, paid_minor = input.paid_minor, shipping_minor = input.shipping_minor,
        tenders = coalesce(input.tenders, '[]'::jsonb),
        currency = input.currency, is_currency_assumed = input.is_currency_assumed, buyer_name = input.buyer_name,
        buyer_email = input.buyer_email, updated_at = input.updated_at
      from ${inputRows(
        found,
        `id uuid, ordered_on date, promised_on date, delivered_on date, shipped_on date, outbound text,
         is_cancelled boolean, cancelled_on date,
         ship_country text, paid_minor bigint, shipping_minor bigint, tenders jsonb, currency text, is_currency_assumed boolean,
         buyer_name text, buyer_email text, updated_at timestamptz`,
      )}
      where o.seller_id = ${sellerId} and o.id = input.id`;

/** For what was imported when an import could change no more of an order than its day. */
export const orderDayUpdate = (sellerId: string, found: readonly { id: string; orderedOn: string }[]): SQL | null =>
  found.length === 0
    ? null
    : sql`update orders o set ordered_on = input.ordered_on from ${inputRows(found, "id uuid, ordered_on date")}
      where o.seller_id = ${sellerId} and o.id = input.id`;
