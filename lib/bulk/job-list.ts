import { and, desc, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jobs } from "@/db/schema";
import { list } from "@/lib/kernel/list/list";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";

// Written out: in a sub-select drizzle would leave the table's name away.
const counted = (outcome: "moved" | "refused") =>
  sql<number>`(select count(*) from job_items i
    where i.seller_id = jobs.seller_id and i.job_id = jobs.id and i.outcome = ${outcome})`.mapWith(Number);

const columns = {
  id: jobs.id,
  kind: jobs.kind,
  state: jobs.state,
  total: jobs.total,
  createdByName: jobs.createdByName,
  createdAt: jobs.createdAt,
  finishedAt: jobs.finishedAt,
  moved: counted("moved"),
  refused: counted("refused"),
  /** Asked for, but no return of this seller. */
  notFound: sql<number>`coalesce(jsonb_array_length(${jobs.input}->'notFound'), 0)`.mapWith(Number),
};

const readJobs = (tx: Tx, { where, orderBy, limit, key }: Clauses) =>
  tx
    .select({ ...columns, key })
    .from(jobs)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
export type JobRow = Omit<Awaited<ReturnType<typeof readJobs>>[number], "key">;

/** The acts of a shop on many returns, newest first. */
export const JOBS = list<JobRow>()({
  filter: {},
  columns: {
    started_at: { value: ({ createdAt }) => createdAt, sort: "instant" },
    finished_at: { value: ({ finishedAt }) => finishedAt },
    act: { value: ({ kind }) => kind },
    state: { value: ({ state }) => state },
    by: { value: ({ createdByName }) => createdByName },
    total: { value: ({ total }) => total },
    done: { value: ({ moved }) => moved },
    refused: { value: ({ refused }) => refused },
    not_found: { value: ({ notFound }) => notFound },
    id: { value: ({ id }) => id },
  },
  sort: (_filter) => "-started_at",
  sizes: [25],
});

export const JOB_LIST = listSql(JOBS, {
  table: jobs,
  id: jobs.id,
  base: ({ sellerId }) => eq(jobs.sellerId, sellerId),
  filter: {},
  sort: { started_at: jobs.createdAt },
  read: readJobs,
});

/** What somebody has started that runs, or has ended without their having seen it; newest first. */
export function listOwnNews(
  tx: Tx,
  sellerId: string,
  userId: string,
  { since, limit }: { since: Date; limit: number },
) {
  return tx
    .select(columns)
    .from(jobs)
    .where(
      and(
        eq(jobs.sellerId, sellerId),
        eq(jobs.createdBy, userId),
        gt(jobs.createdAt, since),
        or(ne(jobs.state, "done"), isNull(jobs.seenAt)),
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(limit);
}

/** Only its starter's look counts; the first one stays. */
export async function markJobSeen(
  tx: Tx,
  sellerId: string,
  jobId: string,
  { userId, now }: { userId: string; now: Date },
): Promise<void> {
  await tx
    .update(jobs)
    .set({ seenAt: now })
    .where(
      and(
        eq(jobs.sellerId, sellerId),
        eq(jobs.id, jobId),
        eq(jobs.createdBy, userId),
        eq(jobs.state, "done"),
        isNull(jobs.seenAt),
      ),
    );
}
