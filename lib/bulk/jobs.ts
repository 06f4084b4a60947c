import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, jobItems, jobs, orders, returns } from "@/db/schema";
import { firstTitle } from "@/lib/orders/first-title";

/** Which of these ids are returns of the seller; a job can only hold those. */
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
      itemName: firstTitle,
    })
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));
}

/** A job with its counts, in one statement; null when it is not the seller's. */
export async function findJob(tx: Tx, sellerId: string, jobId: string) {
  const [row] = await tx
    .select({
      id: jobs.id,
      kind: jobs.kind,
      state: jobs.state,
      input: jobs.input,
      total: jobs.total,
      createdBy: jobs.createdBy,
      createdByName: jobs.createdByName,
      createdAt: jobs.createdAt,
      finishedAt: jobs.finishedAt,
      seenAt: jobs.seenAt,
      moved: sql<number>`count(*) filter (where ${jobItems.outcome} = 'moved')`.mapWith(Number),
      refused: sql<number>`count(*) filter (where ${jobItems.outcome} = 'refused')`.mapWith(Number),
    })
    .from(jobs)
    .leftJoin(jobItems, and(eq(jobItems.sellerId, jobs.sellerId), eq(jobItems.jobId, jobs.id)))
    .where(and(eq(jobs.sellerId, sellerId), eq(jobs.id, jobId)))
    .groupBy(jobs.sellerId, jobs.id);
  return row ?? null;
}

/** The returns that a job moved. */
export async function listMovedIds(tx: Tx, sellerId: string, jobId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: jobItems.subjectId })
    .from(jobItems)
    .where(and(eq(jobItems.sellerId, sellerId), eq(jobItems.jobId, jobId), eq(jobItems.outcome, "moved")));
  return rows.map((row) => row.id);
}

/** The refused returns of a job in the order of the list they were chosen from, after a position. */
export function listRefusedItems(tx: Tx, sellerId: string, jobId: string, page: { after: number; limit: number }) {
  return tx
    .select({
      position: jobItems.position,
      returnId: jobItems.subjectId,
      refusal: jobItems.refusal,
      number: returns.number,
      orderNumber: orders.number,
    })
    .from(jobItems)
    .innerJoin(returns, and(eq(returns.sellerId, jobItems.sellerId), eq(returns.id, jobItems.subjectId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .where(
      and(
        eq(jobItems.sellerId, sellerId),
        eq(jobItems.jobId, jobId),
        eq(jobItems.outcome, "refused"),
        gt(jobItems.position, page.after),
      ),
    )
    .orderBy(asc(jobItems.position))
    .limit(page.limit);
}
