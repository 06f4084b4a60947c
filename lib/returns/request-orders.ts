import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders, returns } from "@/db/schema";
import { UNITS_FREED_IN } from "@/lib/policy/machines/return/statuses";

type OrderLineJson = {
  id: string;
  title: string | null;
  sku: string | null;
  asin: string | null;
  category: string | null;
  quantity: number | null;
  amountMinor: number | null;
  hasFreeReturn: boolean | null;
  alreadyReturned: number;
};

/** As a parameter that compares with a status. */
const freed = sql.param(`{${UNITS_FREED_IN.join(",")}}`);

/** P-11: lines with their units in returns that stand, or came back. */
const linesWithReturned = (sellerId: string) => sql<OrderLineJson[]>`(
  select coalesce(json_agg(json_build_object(
    'id', l.id, 'title', l.title, 'sku', l.sku, 'asin', l.asin, 'category', l.category, 'quantity', l.quantity, 'amountMinor', l.amount_minor,
    'hasFreeReturn', l.has_free_return, 'alreadyReturned', (
      select coalesce(sum(greatest(rl.quantity - rl.closed_quantity, 0)), 0)::int from return_lines rl
      join returns e on e.seller_id = rl.seller_id and e.id = rl.return_id
      where rl.seller_id = ${sellerId} and rl.order_line_id = l.id and not e.status = any(${freed}))
  ) order by l.id), '[]')
  from order_lines l where l.seller_id = ${sellerId} and l.order_id = orders.id
)`;

/** An order of a channel by its number, with what of it is on its way back; null where it is not known. */
export async function findOrder(
  tx: Tx,
  sellerId: string,
  { channelId, number }: { channelId: string; number: string },
) {
  const [row] = await tx
    .select({
      id: orders.id,
      number: orders.number,
      orderedOn: orders.orderedOn,
      deliveredOn: orders.deliveredOn,
      outbound: orders.outbound,
      isCancelled: orders.isCancelled,
      cancelledOn: orders.cancelledOn,
      currency: orders.currency,
      buyerName: orders.buyerName,
      lines: linesWithReturned(sellerId),
    })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.channelId, channelId), eq(orders.number, number)));
  return row ?? null;
}

/** The other channels of a seller in which an order has this number: it may have been looked up in the wrong one. */
export const listOrderChannels = (
  tx: Tx,
  sellerId: string,
  { number, besides }: { number: string; besides: string },
): Promise<{ id: string; name: string }[]> =>
  tx
    .select({ id: channels.id, name: channels.name })
    .from(channels)
    .where(
      and(
        eq(channels.sellerId, sellerId),
        ne(channels.id, besides),
        sql`exists (select 1 from orders o where o.seller_id = ${sellerId} and o.channel_id = channels.id and o.number = ${number})`,
      ),
    )
    .orderBy(asc(channels.name), asc(channels.id));

export async function hasReturn(tx: Tx, sellerId: string, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), eq(returns.id, id)));
  return rows.length > 0;
}
