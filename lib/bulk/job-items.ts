import { and, asc, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jobItems, orders, returns } from "@/db/schema";

const ofJob = (sellerId: string, jobId: string) => and(eq(jobItems.sellerId, sellerId), eq(jobItems.jobId, jobId));

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
  where made.seller_id = job_items.seller_id and made.return_id = job_items.subject_id and made.job_id = job_items.job_id
  order by later.id limit 1
), false)`;

/** The returns of a job with what became of each, in the order of the list they were chosen from. */
export async function listJobItems(tx: Tx, sellerId: string, jobId: string, page: ItemPage) {
  const { outcome, code, after, before, limit } = page;
  const isBackwards = before !== null;
  const rows = await tx
    .select({
      position: jobItems.position,
      returnId: jobItems.subjectId,
      outcome: jobItems.outcome,
      refusal: jobItems.refusal,
      number: returns.number,
      rma: returns.rma,
      orderNumber: orders.number,
      isUndone,
    })
    .from(jobItems)
    .innerJoin(returns, and(eq(returns.sellerId, jobItems.sellerId), eq(returns.id, jobItems.subjectId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .where(
      and(
        ofJob(sellerId, jobId),
        outcome === null ? undefined : eq(jobItems.outcome, outcome),
        code === null ? undefined : sql`${jobItems.refusal}->>'code' = ${code}`,
        before === null ? undefined : lt(jobItems.position, before),
        after === null ? undefined : gt(jobItems.position, after),
      ),
    )
    .orderBy(isBackwards ? desc(jobItems.position) : asc(jobItems.position))
    .limit(limit);
  return isBackwards ? rows.reverse() : rows;
}
export type JobItem = Awaited<ReturnType<typeof listJobItems>>[number];

/** Why a job refused returns, the most frequent reason first. */
export async function countRefusals(tx: Tx, sellerId: string, jobId: string) {
  const code = sql<string>`${jobItems.refusal}->>'code'`;
  const count = sql<number>`count(*)`.mapWith(Number);
  return tx
    .select({ code, count })
    .from(jobItems)
    .where(and(ofJob(sellerId, jobId), eq(jobItems.outcome, "refused")))
    .groupBy(sql`1`)
    .orderBy(desc(count), sql`1`);
}

/** The returns that a job refused for one of these reasons. */
export async function listRefusedIds(
  tx: Tx,
  sellerId: string,
  jobId: string,
  codes: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .select({ id: jobItems.subjectId })
    .from(jobItems)
    .where(and(ofJob(sellerId, jobId), inArray(sql`${jobItems.refusal}->>'code'`, [...codes])))
    .orderBy(asc(jobItems.position));
  return rows.map((row) => row.id);
}

/** How many decisions of a job still stand, and until when the last of them can be taken back; null: none ever. */
export async function findStanding(
  tx: Tx,
  sellerId: string,
  jobId: string,
): Promise<{ count: number; until: Date } | null> {
  const [row] = await tx.execute<{ count: number; until: string | null }>(sql`
    select count(*)::int as count, max(last.at + make_interval(secs => p.seconds)) as until
    from job_items i
    join returns r on r.seller_id = i.seller_id and r.id = i.subject_id
    join lateral (
      select e.at, e.job_id from events e
      where e.seller_id = i.seller_id and e.return_id = i.subject_id and e.from_status is not null
      order by e.id desc limit 1
    ) last on last.job_id = i.job_id
    join lateral (
      select (operation->>'undoSeconds')::int as seconds from operations
      where operations.seller_id = r.seller_id and operations.channel_id = r.channel_id order by version desc limit 1
    ) p on true
    where i.seller_id = ${sellerId} and i.job_id = ${jobId} and i.outcome = 'moved'`);
  return row?.until ? { count: row.count, until: new Date(row.until) } : null;
}
