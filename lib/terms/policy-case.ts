import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returnKeys, returns } from "@/db/schema";
import { SCANNED_KINDS, searchKey } from "@/lib/kernel/search-key";

/** The newest return of a channel that carries a number (ours, its RMA, the order's), with its order; or null. */
export async function findPolicyCase(tx: Tx, sellerId: string, channelId: string, typed: string) {
  const [found] = await tx
    .select({ id: returns.id, number: returns.number, orderId: returns.orderId })
    .from(returnKeys)
    .innerJoin(returns, and(eq(returns.sellerId, returnKeys.sellerId), eq(returns.id, returnKeys.returnId)))
    .where(
      and(
        eq(returnKeys.sellerId, sellerId),
        eq(returnKeys.key, searchKey(typed)),
        inArray(returnKeys.kind, [...SCANNED_KINDS]),
        eq(returns.channelId, channelId),
      ),
    )
    .orderBy(desc(returns.id))
    .limit(1);
  return found ?? null;
}
