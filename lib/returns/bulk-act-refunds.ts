import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkItems, returns } from "@/db/schema";

/** What the returns that a bulk act has moved so far are worth, by currency. */
export const sumBulkActRefunds = (tx: Tx, sellerId: string, bulkActId: string) =>
  tx
    .select({
      currency: returns.currency,
      amountMinor: sql<number>`sum(${returns.valueMinor})`.mapWith(Number),
    })
    .from(bulkItems)
    .innerJoin(returns, and(eq(returns.sellerId, bulkItems.sellerId), eq(returns.id, bulkItems.subjectId)))
    .where(
      and(
        eq(bulkItems.sellerId, sellerId),
        eq(bulkItems.bulkActId, bulkActId),
        eq(bulkItems.outcome, "moved"),
        isNotNull(returns.valueMinor),
      ),
    )
    .groupBy(returns.currency);
