import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, operations, orders, returnAddresses, returns } from "@/db/schema";
import { addressColumns } from "@/lib/channels/addresses";
import { firstTitleOf } from "@/lib/orders/first-title";

/** The seller's latest return with all that a message about it may name; null before the first. */
export async function findTemplateSample(tx: Tx, sellerId: string) {
  const [row] = await tx
    .select({
      number: returns.number,
      rma: returns.rma,
      buyerName: orders.buyerName,
      orderNumber: orders.number,
      itemName: firstTitleOf(sellerId),
      shopName: channels.name,
      instructions: sql<string>`coalesce(${returns.instructions}, (
        select coalesce(p.operation -> 'instructions' ->> 'en', (
          select text.value from jsonb_each_text(p.operation -> 'instructions') text limit 1))
        from ${operations} p
        where p.seller_id = ${sellerId} and p.channel_id = ${returns.channelId}
        order by p.version desc limit 1), '')`,
      address: addressColumns,
    })
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .leftJoin(
      returnAddresses,
      and(eq(returnAddresses.sellerId, channels.sellerId), eq(returnAddresses.id, channels.defaultAddressId)),
    )
    .where(eq(returns.sellerId, sellerId))
    .orderBy(desc(returns.number))
    .limit(1);
  return row ?? null;
}
export type TemplateSample = NonNullable<Awaited<ReturnType<typeof findTemplateSample>>>;
