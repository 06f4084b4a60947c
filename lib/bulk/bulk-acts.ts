import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkActs, bulkItems, channels, orders, returns } from "@/db/schema";
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

/** A bulk act with its counts, in one statement; null when it is not the seller's. */
export async function findBulkAct(tx: Tx, sellerId: string, bulkActId: string) {
  const [row] = await tx
    .select({
      id: bulkActs.id,
      kind: bulkActs.kind,
      state: bulkActs.state,
      input: bulkActs.input,
      total: bulkActs.total,
      createdBy: bulkActs.createdBy,
      createdByName: bulkActs.createdByName,
      createdAt: bulkActs.createdAt,
      finishedAt: bulkActs.finishedAt,
      seenAt: bulkActs.seenAt,
      moved: sql<number>`count(*) filter (where ${bulkItems.outcome} = 'moved')`.mapWith(Number),
      refused: sql<number>`count(*) filter (where ${bulkItems.outcome} = 'refused')`.mapWith(Number),
    })
    .from(bulkActs)
    .leftJoin(bulkItems, and(eq(bulkItems.sellerId, bulkActs.sellerId), eq(bulkItems.bulkActId, bulkActs.id)))
    .where(and(eq(bulkActs.sellerId, sellerId), eq(bulkActs.id, bulkActId)))
    .groupBy(bulkActs.sellerId, bulkActs.id);
  return row ?? null;
}

/** The returns that a bulk act moved. */
export async function listMovedIds(tx: Tx, sellerId: string, bulkActId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: bulkItems.subjectId })
    .from(bulkItems)
    .where(and(eq(bulkItems.sellerId, sellerId), eq(bulkItems.bulkActId, bulkActId), eq(bulkItems.outcome, "moved")));
  return rows.map((row) => row.id);
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
