import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jobItems, returns } from "@/db/schema";

/** What the returns that a job has moved so far are worth, by currency. */
export const sumJobRefunds = (tx: Tx, sellerId: string, jobId: string) =>
  tx
    .select({
      currency: returns.currency,
      amountMinor: sql<number>`sum(${returns.valueMinor})`.mapWith(Number),
    })
    .from(jobItems)
    .innerJoin(returns, and(eq(returns.sellerId, jobItems.sellerId), eq(returns.id, jobItems.subjectId)))
    .where(
      and(
        eq(jobItems.sellerId, sellerId),
        eq(jobItems.jobId, jobId),
        eq(jobItems.outcome, "moved"),
        isNotNull(returns.valueMinor),
      ),
    )
    .groupBy(returns.currency);
