import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import type { Db, Tx } from "@/db/client";
import { isDatabaseDown } from "../database-down";
import { refusalOf } from "../failure";
import { log } from "../log";
import { outage } from "../outage";
import {
  assertHeld,
  claimWork,
  finishWork,
  type Lease,
  LostLease,
  postponeWork,
  renewLease,
  returnWork,
  type WorkKind,
} from "./lease";
import { untilBack } from "./until-back";

const POLL_MS = 500;
const RENEW_MS = 10_000;
const AFTER_FAILURE_MS = 2_000;

export type Work = {
  sellerId: string;
  id: string;
  /** 1 at the first time. */
  attempt: number;
  /** The database's time when the work was claimed: the only clock of deadlines. */
  now: Date;
  /** Aborted when the worker is to end, and when it has lost the work to another. */
  signal: AbortSignal;
  /** For the work's own transactions: throws when it is somebody else's by now. */
  fence: (tx: Tx) => Promise<void>;
};

/** Somebody else is away, perhaps for hours: the work is put back as after any failure, but nothing of ours is wrong. */
export class TryLater extends Error {
  override name = "TryLater";
}

/** Nothing was tried, because it is too early for it. */
export class NotYet extends Error {
  override name = "NotYet";
  constructor(readonly dueAt: Date) {
    super("it is too early for this work");
  }
}

/** Does one piece of work, or what is left of it; has to be safe to run twice. */
export type Handler = (db: Db, work: Work) => Promise<void>;

/** A mail server takes its time to answer, and takes several messages at once; a long import waits for no other shop's. */
const LANES: Partial<Record<WorkKind, number>> = { mail: 3, import: 3 };

/** Claims and does work until the signal, each kind in lanes of its own so that a long import holds up no bulk. */
export async function work(db: Db, handlers: Partial<Record<WorkKind, Handler>>, signal: AbortSignal): Promise<void> {
  // Every lane listens to the one signal; that many listeners are no leak.
  setMaxListeners(0, signal);
  const lanes = (Object.entries(handlers) as [WorkKind, Handler][]).flatMap(([kind, handler]) =>
    Array.from({ length: LANES[kind] ?? 1 }, () => runLane(db, kind, handler, signal)),
  );
  await Promise.all(lanes);
}

const database = outage("the database");

async function runLane(db: Db, kind: WorkKind, handler: Handler, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let wait = POLL_MS;
    try {
      const hasWorked = await workOnce(db, kind, handler, signal);
      database.back();
      if (hasWorked) continue;
    } catch (error) {
      // The database may be away for a while; what was leased is found again when it is back.
      if (isDatabaseDown(error)) database.away(error);
      else log.error({ err: error, kind }, "the worker could not look for work");
      wait = AFTER_FAILURE_MS;
    }
    await pause(wait, undefined, { signal }).catch(() => undefined);
  }
}

/** Does the oldest piece of work that is due; false when there is none. */
export async function workOnce(db: Db, kind: WorkKind, handler: Handler, signal: AbortSignal): Promise<boolean> {
  const lease = await claimWork(db, kind);
  if (!lease) return false;
  const lost = new AbortController();
  const renewal = setInterval(() => void renew(db, lease, lost), RENEW_MS);
  const ending = AbortSignal.any([signal, lost.signal]);
  try {
    const { sellerId, id, attempts: attempt, claimedAt: now } = lease;
    await handler(db, { sellerId, id, attempt, now, signal: ending, fence: (tx) => assertHeld(tx, lease) });
    // A handler that stopped early because it was told to leaves the rest to the next worker.
    await untilBack(() => (signal.aborted ? returnWork(db, lease, null) : finishWork(db, lease)), ending);
  } catch (error) {
    if (error instanceof LostLease || lost.signal.aborted) return true;
    await untilBack(afterFailure(db, lease, error, signal), ending);
  } finally {
    clearInterval(renewal);
  }
  return true;
}

/** How work that was not done is given back; that the database went away counts as no attempt. */
function afterFailure(db: Db, lease: Lease, error: unknown, signal: AbortSignal): () => Promise<void> {
  if (signal.aborted) return () => returnWork(db, lease, null);
  if (error instanceof NotYet) return () => postponeWork(db, lease, error.dueAt);
  const failure = failureOf(error, lease.kind);
  if (isDatabaseDown(error))
    return () => postponeWork(db, lease, new Date(lease.claimedAt.getTime() + AFTER_FAILURE_MS));
  return () => returnWork(db, lease, failure);
}

/** The list is global and holds no content: the error itself is in the log, under the reference kept here. */
function failureOf(error: unknown, kind: WorkKind): string {
  if (error instanceof TryLater) {
    log.debug({ kind }, error.message);
    return error.message;
  }
  const { code, reference } = refusalOf(error, `work:${kind}`);
  return `${code} ${reference}`;
}

async function renew(db: Db, lease: Lease, lost: AbortController): Promise<void> {
  try {
    if (!(await renewLease(db, lease))) lost.abort();
  } catch (error) {
    if (isDatabaseDown(error)) return database.away(error);
    log.warn({ err: error, kind: lease.kind }, "a lease could not be renewed");
  }
}
