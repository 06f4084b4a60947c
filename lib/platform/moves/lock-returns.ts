import { and, asc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returns } from "@/db/schema";

/** Takes the rows of these returns in id order and answers which exist; whoever comes second waits here. */
export async function lockReturns(tx: Tx, sellerId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])))
    .orderBy(asc(returns.id))
    .for("update");
  return new Set(rows.map((row) => row.id));
}
