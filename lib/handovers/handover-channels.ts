import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkItems, channels, handovers, returns } from "@/db/schema";
import { MODES_TO_BE_TOLD } from "@/lib/policy/reach";

/** A channel that has to be told by hand, with what is open there and how much of it was so before `oldBefore`. */
export function listHandoverChannels(tx: Tx, sellerId: string, { oldBefore }: { oldBefore: Date }) {
  const open = sql`(
    select r.channel_id, count(*)::int as open, (count(*) filter (where h.opened_at < ${oldBefore.toISOString()}))::int as old
    from handovers h join returns r on r.seller_id = h.seller_id and r.id = h.return_id
    where h.seller_id = ${sellerId} and h.done_at is null group by 1)`;
  return tx
    .select({
      id: channels.id,
      code: channels.code,
      name: channels.name,
      marketplace: channels.marketplace,
      country: channels.country,
      open: sql<number>`coalesce(o.open, 0)`.mapWith(Number),
      old: sql<number>`coalesce(o.old, 0)`.mapWith(Number),
    })
    .from(channels)
    .leftJoin(sql`${open} o`, sql`o.channel_id = ${channels.id}`)
    .where(and(eq(channels.sellerId, sellerId), or(inArray(channels.mode, MODES_TO_BE_TOLD), sql`o.open > 0`)))
    .orderBy(asc(channels.name), asc(channels.code));
}

export type HandoverChannel = Awaited<ReturnType<typeof listHandoverChannels>>[number];

/** How many hand-overs of a seller are open, counted up to a limit: enough to say "99+". */
export async function countOpenHandovers(tx: Tx, sellerId: string, limit: number): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(sql`
    select count(*)::int as count from (
      select from handovers where seller_id = ${sellerId} and done_at is null limit ${limit}) h`);
  return row?.count ?? 0;
}

/** What a bulk act decided that is still to be done by hand, by channel. */
export function listBulkActHandovers(tx: Tx, sellerId: string, bulkActId: string) {
  return tx
    .select({ code: channels.code, name: channels.name, open: sql<number>`count(*)`.mapWith(Number) })
    .from(bulkItems)
    .innerJoin(handovers, and(eq(handovers.sellerId, bulkItems.sellerId), eq(handovers.returnId, bulkItems.subjectId)))
    .innerJoin(returns, and(eq(returns.sellerId, bulkItems.sellerId), eq(returns.id, bulkItems.subjectId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(
      and(
        eq(bulkItems.sellerId, sellerId),
        eq(bulkItems.bulkActId, bulkActId),
        eq(bulkItems.outcome, "moved"),
        isNull(handovers.doneAt),
      ),
    )
    .groupBy(channels.code, channels.name)
    .orderBy(asc(channels.name));
}

export type ToHandOver = Awaited<ReturnType<typeof listBulkActHandovers>>[number];
