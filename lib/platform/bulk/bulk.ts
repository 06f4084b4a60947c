import { z } from "zod";
import type { Db, Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { newId } from "@/lib/kernel/ids";
import { idSchema } from "@/lib/kernel/schemas";
import { type Actor, personId } from "@/lib/policy/actor";
import type { Acting } from "../ctx";
import { isDatabaseDown } from "../database-down";
import { log } from "../log";
import { CHUNK } from "../moves/writer";
import * as acts from "./acts";
import type { AnyBulkSubject, Asked } from "./subject";

/** Up to so many are done before the answer goes out; more are left to the worker. */
const IN_REQUEST_AT_MOST = 1000;
/** After which time the worker takes over an act whose request died in the middle. */
const RESCUE_AFTER_MS = 60_000;
/** How many subjects are given up together when their piece of work fails at the last attempt. */
const GIVEN_UP_TOGETHER = 20;

export const keptInput = z.object({ request: z.unknown(), notFound: z.array(idSchema) });

type Bulk<Request> = {
  /** Made by the client once for each intent: the same key again is the same act. */
  key: string;
  ids: readonly string[];
  request: Request;
};
export type Begun = { bulkActId: string; isNew: boolean; total: number };

/** Writes down an act on many subjects, in the transaction that chose them and judged whether so much may be done. */
export async function beginBulk<Request extends Asked>(
  tx: Tx,
  subject: Pick<AnyBulkSubject, "kind" | "own">,
  { sellerId, actor, now }: Acting,
  { key, ids, request }: Bulk<Request>,
): Promise<Begun> {
  const isForWorker = ids.length > IN_REQUEST_AT_MOST;
  const own = new Set(await subject.own(tx, sellerId, ids));
  const bulkActId = newId();
  const isNew = await acts.insertBulkAct(tx, sellerId, {
    id: bulkActId,
    key,
    subjectKind: subject.kind,
    kind: request.move,
    state: isForWorker ? "queued" : "running",
    input: { request, notFound: ids.filter((id) => !own.has(id)) },
    total: ids.length,
    createdBy: personId(actor),
    createdByName: actor.name ?? "",
    createdAt: now,
  });
  if (!isNew) {
    const rival = await acts.findBulkActByKey(tx, sellerId, key);
    return { bulkActId: rival?.id ?? bulkActId, isNew: false, total: rival?.total ?? ids.length };
  }
  await acts.insertBulkItems(
    tx,
    sellerId,
    bulkActId,
    ids.filter((id) => own.has(id)),
  );
  const dueAt = isForWorker ? now : new Date(now.getTime() + RESCUE_AFTER_MS);
  await acts.insertBulkWork(tx, sellerId, bulkActId, dueAt);
  log.info({ sellerId, bulkActId, move: request.move, total: ids.length }, "a bulk act began");
  return { bulkActId, isNew, total: ids.length };
}

/** Does at once what somebody waits for; what is more, or is left over by a crash, is done by the worker. */
export async function doAtOnce(
  db: Db,
  subjects: readonly AnyBulkSubject[],
  { sellerId, now }: { sellerId: string; now: Date },
  { bulkActId, isNew, total }: Begun,
): Promise<void> {
  if (!isNew || total > IN_REQUEST_AT_MOST) return;
  // The act stands by now: whatever stops it here, the worker goes on with it, and the caller follows it.
  await continueBulk(db, subjects, { sellerId, bulkActId, now, isInRequest: true }).catch((error: unknown) =>
    log.error({ err: error, bulkActId }, "a bulk act was left to the worker"),
  );
}

type Continued = {
  sellerId: string;
  bulkActId: string;
  now: Date;
  signal?: AbortSignal;
  /** Somebody waits for the answer, and sees the outcome without being told. */
  isInRequest?: boolean;
  /** What fails is given up with an outcome that says so, so that the act ends. */
  isLastAttempt?: boolean;
};

/**
 * Does what an act has not done yet, 500 subjects a transaction; safe to run twice, and twice at once. Each transaction
 * has its own time, so that the last can be undone for as long as the first.
 */
export async function continueBulk(
  db: Db,
  subjects: readonly AnyBulkSubject[],
  { sellerId, bulkActId, signal, isInRequest = false, isLastAttempt = false, now }: Continued,
): Promise<void> {
  const begunAt = performance.now();
  const clock = () => new Date(now.getTime() + Math.floor(performance.now() - begunAt));
  const bulkAct = await withSeller(db, sellerId, (tx) => acts.startBulkAct(tx, sellerId, bulkActId));
  const subject = subjects.find(({ kind }) => kind === bulkAct?.subjectKind);
  if (bulkAct && !subject) throw new Error(`no bulk acts on ${bulkAct.subjectKind}`);
  if (bulkAct && subject) {
    const request = subject.request.parse(keptInput.parse(bulkAct.input).request);
    const actor: Actor = { kind: "person", id: bulkAct.createdBy, name: bulkAct.createdByName };
    const next = isLastAttempt ? runOrGiveUp : runChunk;
    while (!signal?.aborted) {
      const done = await next(db, subject, { sellerId, bulkActId, now: clock(), request, actor });
      if (done === 0) break;
    }
  }
  await withSeller(db, sellerId, async (tx) => {
    const at = clock();
    const isFinished = await acts.finishBulkAct(tx, sellerId, bulkActId, { now: at, isSeen: isInRequest });
    if (isFinished) log.info({ sellerId, bulkActId }, "a bulk act ended");
    if (isFinished && !isInRequest) await subject?.ended?.(tx, { sellerId, bulkActId, now: at });
  });
}

type Chunk = { sellerId: string; bulkActId: string; now: Date; request: Asked; actor: Actor };

/** The next subjects of an act: their moves and their outcomes stand or fall together. */
function runChunk(db: Db, subject: AnyBulkSubject, chunk: Chunk, size = CHUNK): Promise<number> {
  const { sellerId, bulkActId } = chunk;
  return withSeller(db, sellerId, async (tx) => {
    const ids = await acts.lockPendingItems(tx, sellerId, bulkActId, size);
    if (ids.length === 0) return 0;
    // It was parsed by this very subject's own schema.
    const { moved, refused } = await subject.move(tx, { ...chunk, ids, request: chunk.request as never });
    await acts.writeOutcomes(tx, sellerId, bulkActId, [
      ...moved.map((subjectId) => ({ subjectId, outcome: "moved" as const, refusal: null })),
      ...refused.map(({ id, refusal }) => ({ subjectId: id, outcome: "refused" as const, refusal })),
    ]);
    return ids.length;
  });
}

async function runOrGiveUp(db: Db, subject: AnyBulkSubject, chunk: Chunk): Promise<number> {
  const { sellerId, bulkActId } = chunk;
  try {
    return await runChunk(db, subject, chunk, GIVEN_UP_TOGETHER);
  } catch (error) {
    if (isDatabaseDown(error)) throw error;
    log.error({ err: error, bulkActId }, "a part of a bulk act was given up");
    const given = { code: "not_done", limit: GIVEN_UP_TOGETHER } as const;
    return withSeller(db, sellerId, (tx) => acts.refusePending(tx, sellerId, bulkActId, given));
  }
}
