import { and, asc, count, eq, sql, sum } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { claims } from "@/db/schema";
import { TO_FILE } from "@/lib/policy/machines/claim/statuses";

export type ClaimsDay = { count: number; sums: { currency: string; amountMinor: number }[]; dueAt: Date | null };

/** What is to be asked back of marketplaces, and until when the first of it, of those whose day of refund is known; null: nothing. */
export async function findClaimsDay(tx: Tx, sellerId: string): Promise<ClaimsDay | null> {
  const rows = await tx
    .select({
      currency: claims.currency,
      count: count(),
      amountMinor: sum(claims.amountMinor).mapWith(Number),
      dueAt: sql<Date | null>`min(${claims.dueAt}) filter (where ${claims.refundedOn} is not null)`.mapWith(
        claims.dueAt,
      ),
    })
    .from(claims)
    .where(and(eq(claims.sellerId, sellerId), eq(claims.status, TO_FILE)))
    .groupBy(claims.currency)
    .orderBy(asc(claims.currency));
  const due = rows.flatMap(({ dueAt }) => (dueAt ? [dueAt.getTime()] : []));
  if (rows.length === 0) return null;
  return {
    count: rows.reduce((all, row) => all + row.count, 0),
    sums: rows.map(({ currency, amountMinor }) => ({ currency, amountMinor: amountMinor ?? 0 })),
    dueAt: due.length === 0 ? null : new Date(Math.min(...due)),
  };
}
