import { and, asc, count, eq, min, sql, sum } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { refunds } from "@/db/schema";
import { type RefundShow, STATES_OF, showOf } from "./promised-refunds";

/** In the order of what waiting costs. */
const OPEN_SHOWS = ["failed", "pending", "asked", "open"] as const satisfies readonly RefundShow[];
const OPEN_STATES = OPEN_SHOWS.flatMap((show) => STATES_OF[show]);

type Sum = { currency: string; amountMinor: number };
/** Refunds of one part of the list that somebody has to do something about. */
export type OpenRefunds = { show: (typeof OPEN_SHOWS)[number]; count: number; sums: Sum[]; oldestAt: Date };

/** What of a shop's refunds is not settled, part by part; a part without any is left out. Unknown amounts are in no sum. */
export async function listOpenRefunds(tx: Tx, sellerId: string): Promise<OpenRefunds[]> {
  const { state, currency, amountMinor, createdAt } = refunds;
  const rows = await tx
    .select({
      state,
      currency,
      count: count(),
      amountMinor: sum(amountMinor).mapWith(Number),
      oldestAt: min(createdAt),
    })
    .from(refunds)
    .where(and(eq(refunds.sellerId, sellerId), sql`${state} in ${OPEN_STATES}`))
    .groupBy(state, currency)
    .orderBy(asc(currency));
  return OPEN_SHOWS.flatMap((show) => {
    const its = rows.filter((row) => showOf(row.state) === show);
    const oldest = its.flatMap(({ oldestAt }) => (oldestAt ? [oldestAt.getTime()] : []));
    if (oldest.length === 0) return [];
    const totals = new Map<string, number>();
    for (const row of its)
      if (row.amountMinor) totals.set(row.currency, (totals.get(row.currency) ?? 0) + row.amountMinor);
    return [
      {
        show,
        count: its.reduce((all, row) => all + row.count, 0),
        sums: [...totals].map(([currency, amountMinor]) => ({ currency, amountMinor })),
        oldestAt: new Date(Math.min(...oldest)),
      },
    ];
  });
}
