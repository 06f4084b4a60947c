import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { log } from "@/lib/platform/log";
import type { Actor } from "@/lib/policy/actor";
import { type BulkLimitRefusal, overBulkLimit, type RefundSumRefusal } from "@/lib/returns/member-limits";
import { type SelectRefusal, selectReturns } from "@/lib/returns/select-returns";
import type { Selection } from "@/lib/returns/shared/selection";
import type { BulkRequest } from "./bulk-request";
import { continueBulk } from "./continue-bulk";
import type { JobInput } from "./job-input";
import * as queries from "./jobs";
import { refusedRefundSum } from "./refused-refund-sum";

/** Up to so many are done before the answer goes out; more are left to the worker. */
const IN_REQUEST_AT_MOST = 1000;

/** After which time the worker takes over a job whose request died in the middle. */
const RESCUE_AFTER_MS = 60_000;

type Bulk = {
  sellerId: string;
  /** Made by the client once for each intent: the same key again is the same job. */
  key: string;
  selection: Selection;
  request: BulkRequest;
  actor: Actor & { id: string; name: string };
  now: Date;
};
export type BulkRefusal = SelectRefusal | BulkLimitRefusal | RefundSumRefusal;
type Started = { jobId: string; isNew: boolean; total: number };

async function createJob(db: Db, bulk: Bulk): Promise<Result<Started, BulkRefusal>> {
  const { sellerId, key, request, actor, now } = bulk;
  return withSeller(db, sellerId, async (tx) => {
    const known = await queries.findJobByKey(tx, sellerId, key);
    if (known) return ok({ jobId: known.id, isNew: false, total: known.total });
    const selected = await selectReturns(tx, sellerId, bulk.selection);
    if (!selected.ok) return selected;
    const ids = selected.value;
    const over = await overBulkLimit(tx, { sellerId, actor }, ids.length);
    if (over) return refuse(over);
    const tooMuch = await refusedRefundSum(tx, bulk, ids);
    if (tooMuch) return refuse(tooMuch);
    const isForWorker = ids.length > IN_REQUEST_AT_MOST;
    const own = new Set(bulk.selection.mode === "ids" ? await queries.listOwnReturnIds(tx, sellerId, ids) : ids);
    const jobId = newId();
    const isNew = await queries.insertJob(tx, sellerId, {
      id: jobId,
      key,
      kind: request.move,
      state: isForWorker ? "queued" : "running",
      input: { request, notFound: ids.filter((id) => !own.has(id)) } satisfies JobInput,
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
export async function runBulk(db: Db, bulk: Bulk): Promise<Result<{ jobId: string; total: number }, BulkRefusal>> {
  const started = await createJob(db, bulk);
  if (!started.ok) return started;
  const { jobId, isNew, total } = started.value;
  if (isNew) log.info({ sellerId: bulk.sellerId, jobId, move: bulk.request.move, total }, "a bulk act began");
  if (isNew && total <= IN_REQUEST_AT_MOST) {
    // The job stands by now: whatever stops it here, the worker goes on with it, and the caller follows it.
    await continueBulk(db, { sellerId: bulk.sellerId, jobId, now: bulk.now, isInRequest: true }).catch(
      (error: unknown) => log.error({ err: error, jobId }, "a bulk job was left to the worker"),
    );
  }
  return ok({ jobId, total });
}
