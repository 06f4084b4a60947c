import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, jobItems, jobs, orders, returns } from "@/db/schema";
import { inputRows } from "@/db/write-set";
import { firstTitle } from "@/lib/orders/first-title";

type NewJob = Omit<typeof jobs.$inferInsert, "sellerId" | "finishedAt">;

/** Takes a client's key for a new job; false: the key is taken, and this is the same submit again. */
export async function insertJob(tx: Tx, sellerId: string, job: NewJob): Promise<boolean> {
  const rows = await tx
    .insert(jobs)
    .values({ sellerId, ...job })
    .onConflictDoNothing({ target: [jobs.sellerId, jobs.key] })
    .returning({ id: jobs.id });
  return rows.length > 0;
}

export async function findJobByKey(tx: Tx, sellerId: string, key: string) {
  const [row] = await tx
    .select({ id: jobs.id, total: jobs.total, state: jobs.state })
    .from(jobs)
    .where(and(eq(jobs.sellerId, sellerId), eq(jobs.key, key)));
  return row ?? null;
}

/** Which of these ids are returns of the seller; a job can only hold those. */
export async function listOwnReturnIds(tx: Tx, sellerId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));
  return rows.map((row) => row.id);
}

/** Lists the returns of a job with their places; written in id order, because each row takes a lock on its return. */
export async function insertJobItems(tx: Tx, sellerId: string, jobId: string, ids: readonly string[]): Promise<void> {
  const rows = ids.map((id, position) => ({ id, position }));
  await tx.execute(sql`
    insert into job_items (seller_id, job_id, position, return_id)
    select ${sellerId}::uuid, ${jobId}::uuid, input.position, input.id
    from ${inputRows(rows, "id uuid, position int")} order by input.id`);
}

/** The worker finds the job from `dueAt` on; for a job that runs in its own request that is the net below it. */
export async function insertBulkWork(tx: Tx, sellerId: string, jobId: string, dueAt: Date): Promise<void> {
  await tx.execute(sql`insert into work_items (seller_id, kind, id, due_at)
    values (${sellerId}, 'bulk', ${jobId}, ${dueAt.toISOString()}::timestamptz)`);
}

/** What a job is to do, marked as running; null when it is done or not the seller's. */
export async function startJob(tx: Tx, sellerId: string, jobId: string) {
  const [row] = await tx
    .update(jobs)
    .set({ state: "running" })
    .where(and(eq(jobs.sellerId, sellerId), eq(jobs.id, jobId), inArray(jobs.state, ["queued", "running"])))
    .returning({ input: jobs.input, createdBy: jobs.createdBy, createdByName: jobs.createdByName });
  return row ?? null;
}

/**
 * The next returns of a job without an outcome, with what a message to their buyers may name. Locked: a rival waits
 * here and then finds them done.
 */
export function lockPendingItems(tx: Tx, sellerId: string, jobId: string, limit: number) {
  return tx
    .select({
      returnId: jobItems.returnId,
      number: returns.number,
      buyerLocale: orders.buyerLocale,
      buyerName: orders.buyerName,
      orderNumber: orders.number,
      shopName: channels.name,
      itemName: firstTitle,
    })
    .from(jobItems)
    .innerJoin(returns, and(eq(returns.sellerId, jobItems.sellerId), eq(returns.id, jobItems.returnId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(and(eq(jobItems.sellerId, sellerId), eq(jobItems.jobId, jobId), isNull(jobItems.outcome)))
    .orderBy(asc(jobItems.position))
    .limit(limit)
    .for("update", { of: jobItems });
}

type Outcome = { returnId: string; outcome: "moved" | "refused"; refusal: object | null };

export async function writeOutcomes(
  tx: Tx,
  sellerId: string,
  jobId: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  await tx.execute(sql`
    update job_items i set outcome = input.outcome, refusal = input.refusal
    from ${inputRows(outcomes, "return_id uuid, outcome text, refusal jsonb")}
    where i.seller_id = ${sellerId} and i.job_id = ${jobId} and i.return_id = input.return_id`);
}

/**
 * Closes a job that has no return without an outcome left, and takes it off the worker's list; false: it is not done,
 * or was already. `isSeen`: its starter sees the outcome at once and need not be told.
 */
export async function finishJob(
  tx: Tx,
  sellerId: string,
  jobId: string,
  { now, isSeen }: { now: Date; isSeen: boolean },
): Promise<boolean> {
  const at = now.toISOString();
  const rows = await tx.execute(sql`
    with done as (
      update jobs set state = 'done', finished_at = ${at}::timestamptz,
        seen_at = case when ${isSeen}::boolean then ${at}::timestamptz end
      where seller_id = ${sellerId} and id = ${jobId} and state <> 'done'
        and not exists (
          select from job_items i where i.seller_id = ${sellerId} and i.job_id = ${jobId} and i.outcome is null
        )
      returning id
    ), gone as (
      delete from work_items where seller_id = ${sellerId} and kind = 'bulk' and id in (select id from done)
    )
    select id from done`);
  return rows.length > 0;
}

/**
 * Ends returns of a job that have no outcome yet with a reason of the job's own, the first `limit` or all; answers how
 * many. A piece of work under way is waited for and keeps its outcomes.
 */
export async function refusePending(
  tx: Tx,
  sellerId: string,
  jobId: string,
  { code, limit }: { code: "not_done" | "stopped"; limit: number | null },
): Promise<number> {
  const rows = await tx.execute(sql`
    with next as (
      select position from job_items
      where seller_id = ${sellerId} and job_id = ${jobId} and outcome is null
      order by position limit ${limit}::bigint for update
    )
    update job_items i set outcome = 'refused', refusal = jsonb_build_object('code', ${code}::text)
    from next where i.seller_id = ${sellerId} and i.job_id = ${jobId} and i.position = next.position
    returning i.position`);
  return rows.length;
}

/** A job with its counts, in one statement; null when it is not the seller's. */
export async function findJob(tx: Tx, sellerId: string, jobId: string) {
  const [row] = await tx
    .select({
      id: jobs.id,
      kind: jobs.kind,
      state: jobs.state,
      input: jobs.input,
      total: jobs.total,
      createdBy: jobs.createdBy,
      createdByName: jobs.createdByName,
      createdAt: jobs.createdAt,
      finishedAt: jobs.finishedAt,
      seenAt: jobs.seenAt,
      moved: sql<number>`count(*) filter (where ${jobItems.outcome} = 'moved')`.mapWith(Number),
      refused: sql<number>`count(*) filter (where ${jobItems.outcome} = 'refused')`.mapWith(Number),
    })
    .from(jobs)
    .leftJoin(jobItems, and(eq(jobItems.sellerId, jobs.sellerId), eq(jobItems.jobId, jobs.id)))
    .where(and(eq(jobs.sellerId, sellerId), eq(jobs.id, jobId)))
    .groupBy(jobs.sellerId, jobs.id);
  return row ?? null;
}

/** The returns that a job moved. */
export async function listMovedIds(tx: Tx, sellerId: string, jobId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: jobItems.returnId })
    .from(jobItems)
    .where(and(eq(jobItems.sellerId, sellerId), eq(jobItems.jobId, jobId), eq(jobItems.outcome, "moved")));
  return rows.map((row) => row.id);
}

/** The refused returns of a job in the order of the list they were chosen from, after a position. */
export function listRefusedItems(tx: Tx, sellerId: string, jobId: string, page: { after: number; limit: number }) {
  return tx
    .select({
      position: jobItems.position,
      returnId: jobItems.returnId,
      refusal: jobItems.refusal,
      number: returns.number,
      orderNumber: orders.number,
    })
    .from(jobItems)
    .innerJoin(returns, and(eq(returns.sellerId, jobItems.sellerId), eq(returns.id, jobItems.returnId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .where(
      and(
        eq(jobItems.sellerId, sellerId),
        eq(jobItems.jobId, jobId),
        eq(jobItems.outcome, "refused"),
        gt(jobItems.position, page.after),
      ),
    )
    .orderBy(asc(jobItems.position))
    .limit(page.limit);
}
