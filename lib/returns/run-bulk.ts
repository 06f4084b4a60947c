import { z } from "zod";
import type { Db } from "@/db/client";
import * as queries from "@/db/queries/jobs";
import { withSeller } from "@/db/tenant";
import type { Actor } from "../actor";
import { idSchema, newId } from "../ids";
import { log } from "../log";
import { ok, type Result } from "../result";
import { type BulkRequest, bulkRequestSchema, moveRequestOf } from "./bulk-request";
import { CHUNK, moveReturnsIn } from "./move-returns";
import { type SelectRefusal, selectReturns } from "./select-returns";
import type { Selection } from "./selection";

/** Up to so many are done before the answer goes out; more are left to the worker. */
const IN_REQUEST_AT_MOST = 1000;

/** After which time the worker takes over a job whose request died in the middle. */
const RESCUE_AFTER_MS = 60_000;

/** What a job keeps: the act, and the ids that were asked for and are nobody's here. */
export const jobInputSchema = z.object({ request: bulkRequestSchema, notFound: z.array(idSchema) });

type Bulk = {
  sellerId: string;
  /** Made by the client once for each intent: the same key again is the same job. */
  key: string;
  selection: Selection;
  request: BulkRequest;
  actor: Actor & { id: string; name: string };
  now: Date;
};
type Started = { jobId: string; isNew: boolean; total: number };

async function createJob(db: Db, bulk: Bulk): Promise<Result<Started, SelectRefusal>> {
  const { sellerId, key, request, actor, now } = bulk;
  return withSeller(db, sellerId, async (tx) => {
    const known = await queries.findJobByKey(tx, sellerId, key);
    if (known) return ok({ jobId: known.id, isNew: false, total: known.total });
    const selected = await selectReturns(tx, sellerId, bulk.selection);
    if (!selected.ok) return selected;
    const ids = selected.value;
    const isForWorker = ids.length > IN_REQUEST_AT_MOST;
    const own = new Set(bulk.selection.mode === "ids" ? await queries.listOwnReturnIds(tx, sellerId, ids) : ids);
    const jobId = newId();
    const isNew = await queries.insertJob(tx, sellerId, {
      id: jobId,
      key,
      kind: request.move,
      state: isForWorker ? "queued" : "running",
      input: { request, notFound: ids.filter((id) => !own.has(id)) },
      total: ids.length,
      createdBy: actor.id,
      createdByName: actor.name,
      createdAt: now,
    });
    if (!isNew) {
      const rival = await queries.findJobByKey(tx, sellerId, key);
      return ok({ jobId: rival?.id ?? jobId, isNew: false, total: rival?.total ?? ids.length });
    }
    await queries.insertJobItems(
      tx,
      sellerId,
      jobId,
      ids.filter((id) => own.has(id)),
    );
    await queries.insertBulkWork(tx, sellerId, jobId, isForWorker ? now : new Date(now.getTime() + RESCUE_AFTER_MS));
    return ok({ jobId, isNew, total: ids.length });
  });
}

/**
 * Authorizes or closes a whole selection as one job with an outcome for each return (S1-16). Up to 1,000 are done
 * here; what is more, or is left over by a crash, is done by the worker through `continueBulk`.
 */
export async function runBulk(db: Db, bulk: Bulk): Promise<Result<{ jobId: string; total: number }, SelectRefusal>> {
  const started = await createJob(db, bulk);
  if (!started.ok) return started;
  const { jobId, isNew, total } = started.value;
  if (isNew && total <= IN_REQUEST_AT_MOST) {
    // The job stands by now: whatever stops it here, the worker goes on with it, and the caller follows it.
    await continueBulk(db, { sellerId: bulk.sellerId, jobId, now: bulk.now }).catch((error: unknown) =>
      log.error({ err: error, jobId }, "a bulk job was left to the worker"),
    );
  }
  return ok({ jobId, total });
}

type Continued = { sellerId: string; jobId: string; now: Date; signal?: AbortSignal };

/** Does what a job has not done yet, 500 returns a transaction; safe to run twice, and twice at once. */
export async function continueBulk(db: Db, { sellerId, jobId, now, signal }: Continued): Promise<void> {
  const job = await withSeller(db, sellerId, (tx) => queries.startJob(tx, sellerId, jobId));
  if (job) {
    const { request } = jobInputSchema.parse(job.input);
    const actor: Actor = { kind: "seller", id: job.createdBy, name: job.createdByName };
    while (!signal?.aborted) {
      const done = await runChunk(db, { sellerId, jobId, now, request, actor });
      if (done === 0) break;
    }
  }
  await withSeller(db, sellerId, (tx) => queries.finishJob(tx, sellerId, jobId, now));
}

type Chunk = { sellerId: string; jobId: string; now: Date; request: BulkRequest; actor: Actor };

/** The next returns of a job: their moves and their outcomes stand or fall together. */
function runChunk(db: Db, { sellerId, jobId, now, request, actor }: Chunk): Promise<number> {
  return withSeller(db, sellerId, async (tx) => {
    const pending = await queries.lockPendingItems(tx, sellerId, jobId, CHUNK);
    if (pending.length === 0) return 0;
    const ids = pending.map(({ returnId }) => returnId);
    const move = moveRequestOf(request, pending);
    const { moved, refused } = await moveReturnsIn(tx, { sellerId, ids, request: move, actor, now, jobId });
    await queries.writeOutcomes(tx, sellerId, jobId, [
      ...moved.map((returnId) => ({ returnId, outcome: "moved" as const, refusal: null })),
      ...refused.map(({ id, refusal }) => ({ returnId: id, outcome: "refused" as const, refusal })),
    ]);
    return ids.length;
  });
}
