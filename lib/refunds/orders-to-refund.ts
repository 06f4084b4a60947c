import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders } from "@/db/schema";
import { orderMoney } from "@/lib/returns/refund-basis";
import { orderOffer } from "./refund-offer";

const AT_MOST = 10;

/** S2-13: the orders that bear a number, in whichever channel, each with what may be given back of it. */
export async function listOrdersToRefund(tx: Tx, sellerId: string, number: string) {
  const rows = await tx
    .select({
      ...{ id: orders.id, number: orders.number, orderedOn: orders.orderedOn, buyerName: orders.buyerName },
      ...{ channelName: channels.name, marketplace: channels.marketplace, currency: orders.currency },
      ...orderMoney(sellerId),
    })
    .from(channels)
    .innerJoin(
      orders,
      and(eq(orders.sellerId, channels.sellerId), eq(orders.channelId, channels.id), eq(orders.number, number)),
    )
    .where(eq(channels.sellerId, sellerId))
    .orderBy(asc(channels.name), asc(orders.id))
    .limit(AT_MOST);
  return rows.map(({ channelName, marketplace, orderedOn, ...row }) => {
    return { channelName, marketplace, orderedOn, offer: orderOffer({ ...row, request: null }, row) };
  });
}
export type OrderToGive = Awaited<ReturnType<typeof listOrdersToRefund>>[number];
