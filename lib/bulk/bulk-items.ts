import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { bulkItems, orders, returns } from "@/db/schema";

const ofBulkAct = (sellerId: string, bulkActId: string) =>
  and(eq(bulkItems.sellerId, sellerId), eq(bulkItems.bulkActId, bulkActId));

export type ItemPage = {
  outcome: "moved" | "refused" | null;
  /** Refused for this reason only. */
  code: string | null;
  /** A position: what comes after it, or the last before it. */
  after: number | null;
  before: number | null;
  limit: number;
};

// Written out: in a sub-select drizzle would leave the table's name away.
const isUndone = sql<boolean>`coalesce((
  select later.kind = 'undo' from events made
  join events later on later.seller_id = made.seller_id and later.return_id = made.return_id
    and later.id > made.id and later.from_status is not null
  where made.seller_id = bulk_items.seller_id and made.return_id = bulk_items.subject_id and made.bulk_act_id = bulk_items.bulk_act_id
  order by later.id limit 1
), false)`;

/** The returns of a bulk act with what became of each, in the order of the list they were chosen from. */
export async function listBulkItems(tx: Tx, sellerId: string, bulkActId: string, page: ItemPage) {
  const { outcome, code, after, before, limit } = page;
  const isBackwards = before !== null;
  const rows = await tx
    .select({
      position: bulkItems.position,
      returnId: bulkItems.subjectId,
      outcome: bulkItems.outcome,
      refusal: bulkItems.refusal,
      number: returns.number,
      rma: returns.rma,
      orderNumber: orders.number,
      isUndone,
    })
    .from(bulkItems)
    .innerJoin(returns, and(eq(returns.sellerId, bulkItems.sellerId), eq(returns.id, bulkItems.subjectId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .where(
      and(
        ofBulkAct(sellerId, bulkActId),
        outcome === null ? undefined : eq(bulkItems.outcome, outcome),
        code === null ? undefined : sql`${bulkItems.refusal}->>'code' = ${code}`,
        before === null ? undefined : lt(bulkItems.position, before),
        after === null ? undefined : gt(bulkItems.position, after),
      ),
    )
    .orderBy(isBackwards ? desc(bulkItems.position) : asc(bulkItems.position))
    .limit(limit);
  return isBackwards ? rows.reverse() : rows;
}
export type BulkItem = Awaited<ReturnType<typeof listBulkItems>>[number];

/** How many decisions of a bulk act still stand, and until when the last of them can be taken back; null: none ever. */
export async function findStanding(
  tx: Tx,
  sellerId: string,
  bulkActId: string,
): Promise<{ count: number; until: Date } | null> {
  const [row] = await tx.execute<{ count: number; until: string | null }>(sql`
    select count(*)::int as count, max(last.at + make_interval(secs => p.seconds)) as until
    from bulk_items i
    join returns r on r.seller_id = i.seller_id and r.id = i.subject_id
    join lateral (
      select e.at, e.bulk_act_id from events e
      where e.seller_id = i.seller_id and e.return_id = i.subject_id and e.from_status is not null
      order by e.id desc limit 1
    ) last on last.bulk_act_id = i.bulk_act_id
    join lateral (
      select (operation->>'undoSeconds')::int as seconds from operations
      where operations.seller_id = r.seller_id and operations.channel_id = r.channel_id order by version desc limit 1
    ) p on true
    where i.seller_id = ${sellerId} and i.bulk_act_id = ${bulkActId} and i.outcome = 'moved'`);
  return row?.until ? { count: row.count, until: new Date(row.until) } : null;
}
