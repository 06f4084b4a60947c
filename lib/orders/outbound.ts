import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orders } from "@/db/schema";
import type { Outbound } from "@/lib/policy/judging/facts";

type Place = { outbound: Outbound; deliveredOn: string | null; now: Date };

/** Keeps where the parcel of an order is; a delivery date that is known stays. */
export async function writeOutbound(tx: Tx, sellerId: string, orderId: string, { outbound, deliveredOn, now }: Place) {
  await tx
    .update(orders)
    .set({ outbound, deliveredOn: sql`coalesce(${deliveredOn}::date, ${orders.deliveredOn})`, updatedAt: now })
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)));
}
