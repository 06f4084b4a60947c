import { and, desc, eq, gt, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { jobs } from "@/db/schema";

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

type Page = { after: string | null; before: string | null; limit: number };

/** The jobs of a seller, newest first: those after (older than) a job, or the last before it. */
export async function listJobs(tx: Tx, sellerId: string, { after, before, limit }: Page) {
  const mark = (jobId: string): SQL =>
    sql`(select m.created_at, m.id from jobs m where m.seller_id = ${sellerId} and m.id = ${jobId})`;
  const key = sql`(${jobs.createdAt}, ${jobs.id})`;
  const rows = await tx
    .select(columns)
    .from(jobs)
    .where(
      and(
        eq(jobs.sellerId, sellerId),
        after === null ? undefined : sql`${key} < ${mark(after)}`,
        before === null ? undefined : sql`${key} > ${mark(before)}`,
      ),
    )
    .orderBy(...(before === null ? [desc(jobs.createdAt), desc(jobs.id)] : [jobs.createdAt, jobs.id]))
    .limit(limit);
  return before === null ? rows : rows.reverse();
}
export type JobRow = Awaited<ReturnType<typeof listJobs>>[number];

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
