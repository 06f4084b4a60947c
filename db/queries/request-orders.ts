import { and, asc, eq, ne, sql } from "drizzle-orm";
import { UNITS_FREED_IN } from "../../lib/policy/lifecycle";
import type { Tx } from "../client";
import { channels, orders, returns } from "../schema";

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

const freed = sql.param(`{${UNITS_FREED_IN.join(",")}}`);

// P-11: units in returns that still stand or came back; closed, withdrawn and lapsed requests free theirs.
const lines = sql<OrderLineJson[]>`(
  select coalesce(json_agg(json_build_object(
    'id', l.id, 'title', l.title, 'sku', l.sku, 'asin', l.asin, 'category', l.category, 'quantity', l.quantity, 'amountMinor', l.amount_minor,
    'hasFreeReturn', l.has_free_return, 'alreadyReturned', (
      select coalesce(sum(rl.quantity), 0)::int from return_lines rl
      join returns r on r.seller_id = rl.seller_id and r.id = rl.return_id
      where rl.seller_id = l.seller_id and rl.order_line_id = l.id and not r.status = any(${freed}))
  ) order by l.id), '[]')
  from order_lines l where l.seller_id = orders.seller_id and l.order_id = orders.id
)`;

// S0-13: free returns of the order that still stand.
const earlierFreeReturns = sql<number>`(
  select count(*)::int from returns r
  where r.seller_id = orders.seller_id and r.order_id = orders.id and not r.status = any(${freed})
    and r.evaluation->'label'->>'paidBy' = 'marketplace'
)`;

/** Takes the order for a new request about it, with its lines and what of them is already on its way back. */
export async function lockOrder(tx: Tx, sellerId: string, orderId: string) {
  const [order] = await tx
    .select({
      id: orders.id,
      channelId: orders.channelId,
      number: orders.number,
      orderedOn: orders.orderedOn,
      promisedOn: orders.promisedOn,
      deliveredOn: orders.deliveredOn,
      shippedOn: orders.shippedOn,
      outbound: orders.outbound,
      shipCountry: orders.shipCountry,
      currency: orders.currency,
      buyerName: orders.buyerName,
    })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)))
    .for("update");
  if (!order) return null;
  const [found] = await tx
    .select({ lines, earlierFreeReturns })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)));
  return { ...order, lines: found?.lines ?? [], earlierFreeReturns: found?.earlierFreeReturns ?? 0 };
}

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
      currency: orders.currency,
      buyerName: orders.buyerName,
      lines,
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
