import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returns } from "@/db/schema";
import { orderOf } from "@/lib/returns/returns-list";
import type { Sort } from "@/lib/returns/shared/filter";

/** These ids in the order of a list; what is not there comes last. */
export async function inListOrder(tx: Tx, sellerId: string, ids: readonly string[], sort: Sort): Promise<string[]> {
  const rows = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])))
    .orderBy(...orderOf(sort));
  return [...new Set([...rows.map(({ id }) => id), ...ids])];
}
