import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders, returns } from "@/db/schema";
import { inputRows } from "@/db/write-set";
import { firstTitleOf } from "@/lib/orders/first-title";
import { MODES_THAT_CARRY_OUT } from "@/lib/policy/reach";

/** What a person recognises a return by, for a handful of them. */
export function listPreviewRows(tx: Tx, sellerId: string, ids: readonly string[]) {
  return tx
    .select({
      id: returns.id,
      number: returns.number,
      orderNumber: orders.number,
      channelName: channels.name,
      title: firstTitleOf(sellerId),
      currency: returns.currency,
      valueMinor: returns.valueMinor,
    })
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));
}
export type PreviewRow = Awaited<ReturnType<typeof listPreviewRows>>[number];

type Part = "ready" | "decide";

/** Returns by part, channel, currency and what is known of the buyer's language: their number, value, and how many have no known value. */
export async function sumPreview(tx: Tx, sellerId: string, parts: readonly { id: string; part: Part }[]) {
  return tx
    .select({
      part: sql<Part>`input.part`,
      channelId: channels.id,
      channelName: channels.name,
      mode: channels.mode,
      marketplace: channels.marketplace,
      currency: returns.currency,
      buyerLocale: orders.buyerLocale,
      count: sql<number>`count(*)`.mapWith(Number),
      valueMinor: sql<number>`coalesce(sum(${returns.valueMinor}), 0)`.mapWith(Number),
      unaddressed:
        sql<number>`count(*) filter (where ${orders.buyerEmail} is null and ${channels.mode} in ${MODES_THAT_CARRY_OUT})`.mapWith(
          Number,
        ),
      unknownValues: sql<number>`count(*) filter (where ${returns.valueMinor} is null)`.mapWith(Number),
    })
    .from(returns)
    .innerJoin(sql`${inputRows(parts, "id uuid, part text")}`, sql`${returns.id} = input.id`)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(eq(returns.sellerId, sellerId))
    .groupBy(sql`1, 2, 3, 4, 5, 6, 7`)
    .orderBy(asc(channels.name), asc(returns.currency));
}
