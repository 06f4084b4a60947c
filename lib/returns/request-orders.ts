import { and, asc, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders, returns } from "@/db/schema";
import { earlierFreeReturns, freed, standsBefore } from "@/lib/judging/earlier-returns";

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

/** P-11: lines with their units in returns that stand, or came back, and that `isCounted` says of `e`. */
const linesWith = (isCounted: SQL) => sql<OrderLineJson[]>`(
  select coalesce(json_agg(json_build_object(
    'id', l.id, 'title', l.title, 'sku', l.sku, 'asin', l.asin, 'category', l.category, 'quantity', l.quantity, 'amountMinor', l.amount_minor,
    'hasFreeReturn', l.has_free_return, 'alreadyReturned', (
      select coalesce(sum(rl.quantity), 0)::int from return_lines rl
      join returns e on e.seller_id = rl.seller_id and e.id = rl.return_id
      where rl.seller_id = l.seller_id and rl.order_line_id = l.id and ${isCounted})
  ) order by l.id), '[]')
  from order_lines l where l.seller_id = orders.seller_id and l.order_id = orders.id
)`;

/** Takes the order for a new request about it. */
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
      isCancelled: orders.isCancelled,
      cancelledOn: orders.cancelledOn,
      shipCountry: orders.shipCountry,
      currency: orders.currency,
      buyerName: orders.buyerName,
    })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)))
    .for("update");
  return order ?? null;
}

/** The lines of an order and what of them requests before a new one hold: what judging that again counts too (P-26). */
export async function findHeldBefore(
  tx: Tx,
  sellerId: string,
  { orderId, ...request }: { orderId: string; id: string; requestedOn: string },
) {
  const [found] = await tx
    .select({
      lines: linesWith(standsBefore(request)),
      earlierFreeReturns: earlierFreeReturns({
        ...request,
        sellerId: sql`${sellerId}::uuid`,
        orderId: sql`${orderId}::uuid`,
      }),
    })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)));
  return found ?? { lines: [], earlierFreeReturns: 0 };
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
      isCancelled: orders.isCancelled,
      cancelledOn: orders.cancelledOn,
      currency: orders.currency,
      buyerName: orders.buyerName,
      lines: linesWith(sql`not e.status = any(${freed})`),
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
