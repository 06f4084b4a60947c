import type { Db, Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { writeTogether } from "@/db/write-set";
import { isDatabaseDown } from "@/lib/platform/database-down";
import { log } from "@/lib/platform/log";
import { CHUNK } from "@/lib/platform/moves/writer";
import { queuedMessages } from "@/lib/platform/outbox/queue-messages";
import type { Actor } from "@/lib/policy/actor";
import { findCloseReason } from "@/lib/reasons/choose-close-reason";
import { moveReturnsIn } from "@/lib/returns/move-returns";
import { type BulkRequest, moveRequestOf } from "./bulk-request";
import { jobInputSchema } from "./job-input";
import * as queries from "./jobs";

/** How many returns are given up together when their piece of work fails at the last attempt. */
const GIVEN_UP_TOGETHER = 20;

type Continued = {
  sellerId: string;
  jobId: string;
  now: Date;
  signal?: AbortSignal;
  /** Somebody waits for the answer, and sees the outcome without being told. */
  isInRequest?: boolean;
  /** What fails is given up with an outcome that says so, so that the job ends. */
  isLastAttempt?: boolean;
};

/**
 * Does what a job has not done yet, 500 returns a transaction; safe to run twice, and twice at once. Each transaction
 * has its own time, so that the last returns can be undone for as long as the first.
 */
export async function continueBulk(db: Db, continued: Continued): Promise<void> {
  const { sellerId, jobId, signal, isInRequest = false, isLastAttempt = false } = continued;
  const begunAt = performance.now();
  const clock = () => new Date(continued.now.getTime() + Math.floor(performance.now() - begunAt));
  const job = await withSeller(db, sellerId, (tx) => queries.startJob(tx, sellerId, jobId));
  if (job) {
    const { request } = jobInputSchema.parse(job.input);
    const actor: Actor = { kind: "person", id: job.createdBy, name: job.createdByName };
    const next = isLastAttempt ? runOrGiveUp : runChunk;
    while (!signal?.aborted) {
      const done = await next(db, { sellerId, jobId, now: clock(), request, actor });
      if (done === 0) break;
    }
  }
  await withSeller(db, sellerId, async (tx) => {
    const now = clock();
    const isFinished = await queries.finishJob(tx, sellerId, jobId, { now, isSeen: isInRequest });
    if (isFinished) log.info({ sellerId, jobId }, "a bulk act ended");
    if (isFinished && !isInRequest) await tellTeam(tx, sellerId, jobId, now);
  });
}

type Chunk = { sellerId: string; jobId: string; now: Date; request: BulkRequest; actor: Actor };

/** The next returns of a job: their moves and their outcomes stand or fall together. */
function runChunk(db: Db, { sellerId, jobId, now, request, actor }: Chunk, size = CHUNK): Promise<number> {
  return withSeller(db, sellerId, async (tx) => {
    const pending = await queries.lockPendingItems(tx, sellerId, jobId, size);
    if (pending.length === 0) return 0;
    const ids = pending.map(({ returnId }) => returnId);
    const chosen = request.move === "close" ? await findCloseReason(tx, sellerId, request.reason) : null;
    const asked = moveRequestOf(request, pending, chosen);
    const { moved, refused } = await moveReturnsIn(tx, { sellerId, ids, ...asked, actor, now, jobId });
    await queries.writeOutcomes(tx, sellerId, jobId, [
      ...moved.map((returnId) => ({ returnId, outcome: "moved" as const, refusal: null })),
      ...refused.map(({ id, refusal }) => ({ returnId: id, outcome: "refused" as const, refusal })),
    ]);
    return ids.length;
  });
}

async function runOrGiveUp(db: Db, chunk: Chunk): Promise<number> {
  const { sellerId, jobId } = chunk;
  try {
    return await runChunk(db, chunk, GIVEN_UP_TOGETHER);
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    log.error({ err: error, jobId }, "a part of a bulk job was given up");
    const given = { code: "not_done", limit: GIVEN_UP_TOGETHER } as const;
    return withSeller(db, sellerId, (tx) => queries.refusePending(tx, sellerId, jobId, given));
  }
}

/** One message about the whole job, never one for each return. */
const tellTeam = (tx: Tx, sellerId: string, jobId: string, now: Date) =>
  writeTogether(
    tx,
    queuedMessages(sellerId, [
      {
        kind: "team.job_done",
        returnId: null,
        eventId: null,
        dedupeKey: `team.job_done:${jobId}`,
        availableAt: now,
        createdAt: now,
        data: { jobId },
      },
    ]),
  );
