import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkItems, channels, orders, returns } from "@/db/schema";
import { firstTitleOf } from "@/lib/orders/first-title";

/** Which of these ids are returns of the seller; a bulk act can only hold those. */
export async function listOwnReturnIds(tx: Tx, sellerId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));
  return rows.map((row) => row.id);
}

/** What a message to the buyers of these returns may name. */
export function listAddressees(tx: Tx, sellerId: string, ids: readonly string[]) {
  return tx
    .select({
      returnId: returns.id,
      number: returns.number,
      buyerLocale: orders.buyerLocale,
      buyerName: orders.buyerName,
      orderNumber: orders.number,
      shopName: channels.name,
      itemName: firstTitleOf(sellerId),
    })
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));
}

/** The refused returns of a bulk act in the order of the list they were chosen from, after a position. */
export function listRefusedItems(tx: Tx, sellerId: string, bulkActId: string, page: { after: number; limit: number }) {
  return tx
    .select({
      position: bulkItems.position,
      returnId: bulkItems.subjectId,
      refusal: bulkItems.refusal,
      number: returns.number,
      orderNumber: orders.number,
    })
    .from(bulkItems)
    .innerJoin(returns, and(eq(returns.sellerId, bulkItems.sellerId), eq(returns.id, bulkItems.subjectId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .where(
      and(
        eq(bulkItems.sellerId, sellerId),
        eq(bulkItems.bulkActId, bulkActId),
        eq(bulkItems.outcome, "refused"),
        gt(bulkItems.position, page.after),
      ),
    )
    .orderBy(asc(bulkItems.position))
    .limit(page.limit);
}
