import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jobItems, jobs } from "@/db/schema";
import { inputRows } from "@/db/write-set";
import type { BulkMove } from "@/lib/policy/machines/return/return-machine";

/** Of any machine: that it is one of its moves for many is the table's own check. */
type NewJob = Omit<typeof jobs.$inferInsert, "sellerId" | "finishedAt" | "kind"> & { kind: string };

/** Takes a client's key for a new bulk act; false: the key is taken, and this is the same submit again. */
export async function insertJob(tx: Tx, sellerId: string, job: NewJob): Promise<boolean> {
  const rows = await tx
    .insert(jobs)
    .values({ sellerId, ...job, kind: job.kind as BulkMove })
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

/** Lists the subjects of an act with their places. */
export async function insertJobItems(tx: Tx, sellerId: string, jobId: string, ids: readonly string[]): Promise<void> {
  const rows = ids.map((id, position) => ({ id, position }));
  await tx.execute(sql`
    insert into job_items (seller_id, job_id, position, subject_id)
    select ${sellerId}::uuid, ${jobId}::uuid, input.position, input.id
    from ${inputRows(rows, "id uuid, position int")}`);
}

/** The worker finds the act from `dueAt` on; for one that runs in its own request that is the net below it. */
export async function insertBulkWork(tx: Tx, sellerId: string, jobId: string, dueAt: Date): Promise<void> {
  await tx.execute(sql`insert into work_items (seller_id, kind, id, due_at)
    values (${sellerId}, 'bulk', ${jobId}, ${dueAt.toISOString()}::timestamptz)`);
}

/** What an act is to do, marked as running; null when it is done or not the seller's. */
export async function startJob(tx: Tx, sellerId: string, jobId: string) {
  const [row] = await tx
    .update(jobs)
    .set({ state: "running" })
    .where(and(eq(jobs.sellerId, sellerId), eq(jobs.id, jobId), inArray(jobs.state, ["queued", "running"])))
    .returning({
      subjectKind: jobs.subjectKind,
      input: jobs.input,
      createdBy: jobs.createdBy,
      createdByName: jobs.createdByName,
    });
  return row ?? null;
}

/** The next subjects of an act without an outcome. Locked: a rival waits here and then finds them done. */
export async function lockPendingItems(tx: Tx, sellerId: string, jobId: string, limit: number): Promise<string[]> {
  const rows = await tx
    .select({ id: jobItems.subjectId })
    .from(jobItems)
    .where(and(eq(jobItems.sellerId, sellerId), eq(jobItems.jobId, jobId), isNull(jobItems.outcome)))
    .orderBy(asc(jobItems.position))
    .limit(limit)
    .for("update", { of: jobItems });
  return rows.map(({ id }) => id);
}

type Outcome = { subjectId: string; outcome: "moved" | "refused"; refusal: object | null };

export async function writeOutcomes(
  tx: Tx,
  sellerId: string,
  jobId: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  await tx.execute(sql`
    update job_items i set outcome = input.outcome, refusal = input.refusal
    from ${inputRows(outcomes, "subject_id uuid, outcome text, refusal jsonb")}
    where i.seller_id = ${sellerId} and i.job_id = ${jobId} and i.subject_id = input.subject_id`);
}

/**
 * Closes an act that has no subject without an outcome left, and takes it off the worker's list; false: it is not done,
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
 * Ends subjects of an act that have no outcome yet with a reason of the act's own, the first `limit` or all; answers how
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
