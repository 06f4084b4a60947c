import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders } from "@/db/schema";
import { UNITS_FREED_IN } from "@/lib/policy/machines/return/statuses";
import { takesRequests } from "@/lib/returns/request-return";

/** An order has this number in hardly more than one channel. */
const ORDERS_AT_MOST = 6;

/** A line of an order as the bench shows it, without its price; `left`: units that no return holds, null: unknown. */
export type OrderLineToReceive = { id: string; title: string | null; sku: string | null; left: number | null };
export type OrderToReceive = {
  id: string;
  number: string;
  buyerName: string | null;
  channelName: string;
  lines: OrderLineToReceive[];
};

/** As a parameter that compares with a status. */
const freed = sql.param(`{${UNITS_FREED_IN.join(",")}}`);

/** P-11: units of each line that are in no return that stands, or came back. */
const linesOf = (sellerId: string, orderId: SQL | typeof orders.id) => sql<OrderLineToReceive[]>`(
  select coalesce(json_agg(json_build_object('id', l.id, 'title', l.title, 'sku', l.sku, 'left', greatest(l.quantity - (
      select coalesce(sum(greatest(rl.quantity - rl.closed_quantity, 0)), 0)::int from return_lines rl
      join returns e on e.seller_id = rl.seller_id and e.id = rl.return_id
      where rl.seller_id = ${sellerId} and rl.order_line_id = l.id and not e.status = any(${freed})), 0)) order by l.id), '[]')
  from order_lines l where l.seller_id = ${sellerId} and l.order_id = ${orderId})`;

export async function linesToGiveBack(tx: Tx, sellerId: string, orderId: string): Promise<OrderLineToReceive[]> {
  const [row] = await tx.execute<{ lines: OrderLineToReceive[] }>(
    sql`select ${linesOf(sellerId, sql`${orderId}::uuid`)} as lines`,
  );
  return row?.lines ?? [];
}

/** As it was typed or scanned, and as letters look that an input method writes at full width; # is no part of a number. */
function numbersOf(text: string): string[] {
  const plain = text.normalize("NFKC").replace(/\p{C}/gu, "").trim().replace(/^#\s*/, "");
  return [...new Set([text.trim(), plain, plain.toUpperCase()])].filter((number) => number !== "");
}

/** Orders of this number of which something may still come, on channels whose requests people may enter. */
export async function findOrdersToReceive(tx: Tx, sellerId: string, text: string): Promise<OrderToReceive[]> {
  const numbers = numbersOf(text);
  if (numbers.length === 0) return [];
  const rows = await tx
    .select({
      id: orders.id,
      number: orders.number,
      buyerName: orders.buyerName,
      channelName: channels.name,
      marketplace: channels.marketplace,
      lines: linesOf(sellerId, orders.id),
    })
    .from(channels)
    .innerJoin(orders, and(eq(orders.sellerId, channels.sellerId), eq(orders.channelId, channels.id)))
    .where(and(eq(channels.sellerId, sellerId), inArray(orders.number, numbers)))
    .orderBy(channels.name, orders.id)
    .limit(ORDERS_AT_MOST);
  return rows
    .filter(takesRequests)
    .filter(({ lines }) => lines.some(({ left }) => left === null || left > 0))
    .map(({ marketplace: _, ...order }) => order);
}
