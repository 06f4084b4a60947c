import { setTimeout as pause } from "node:timers/promises";
import type { Db, Tx } from "@/db/client";
import { isDatabaseDown } from "../database-down";
import { refusalOf } from "../failure";
import { log } from "../log";
import { outage } from "../outage";
import {
  assertHeld,
  claimAll,
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

const POLL_MS = 1_000;
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
const PLACES: Partial<Record<WorkKind, number>> = { mail: 3, import: 3 };

type Lane = { kind: WorkKind; handler: Handler; free: number };

/**
 * Claims and does work until the signal: one claim for all kinds that have a place free, once a second and whenever a
 * piece has ended. Each kind has places of its own, so that a long import holds up no bulk.
 */
export async function work(db: Db, handlers: Partial<Record<WorkKind, Handler>>, signal: AbortSignal): Promise<void> {
  const lanes = (Object.entries(handlers) as [WorkKind, Handler][]).map(([kind, handler]) => {
    return { kind, handler, free: PLACES[kind] ?? 1 };
  });
  const underWay = new Set<Promise<void>>();
  const bell = aBell();
  signal.addEventListener("abort", bell.ring, { once: true });
  const start = (lane: Lane, lease: Lease) => {
    lane.free -= 1;
    const piece = doInPlace(db, lane, lease, signal).finally(() => {
      lane.free += 1;
      underWay.delete(piece);
      // Its place is free, and what it left for another kind (a message that goes out now) is on the list.
      bell.ring();
    });
    underWay.add(piece);
  };
  while (!signal.aborted) {
    const leases = await look(db, lanes);
    for (const lane of lanes) for (const lease of leases ?? []) if (lease.kind === lane.kind) start(lane, lease);
    await bell.heardWithin(leases ? POLL_MS : AFTER_FAILURE_MS);
  }
  await Promise.all(underWay);
}

/** A pause that ends early when it is rung, also when that was while nobody paused yet. */
function aBell() {
  let rung = new AbortController();
  return {
    ring: (): void => rung.abort(),
    heardWithin: async (ms: number): Promise<void> => {
      await pause(ms, undefined, { signal: rung.signal }).catch(() => undefined);
      rung = new AbortController();
    },
  };
}

const database = outage("the database");

/** What the lanes with a place free get to do; null when one could not look. */
async function look(db: Db, lanes: readonly Lane[]): Promise<Lease[] | null> {
  const places = lanes.filter(({ free }) => free > 0);
  if (places.length === 0) return [];
  try {
    const leases = await claimAll(db, places);
    database.back();
    return leases;
  } catch (error) {
    couldNot("look for work", error);
    return null;
  }
}

/** Does one piece; one that could not even be given back is found when its lease is over, and closes its place a while. */
async function doInPlace(db: Db, { kind, handler }: Lane, lease: Lease, signal: AbortSignal): Promise<void> {
  try {
    await doWork(db, lease, handler, signal);
  } catch (error) {
    couldNot(`give back work (${kind})`, error);
    await pause(AFTER_FAILURE_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** The database may be away for a while; what was leased is found again when it is back. */
function couldNot(what: string, error: unknown): void {
  if (isDatabaseDown(error)) database.away(error);
  else log.error({ err: error }, `the worker could not ${what}`);
}

/** Does the oldest piece of work that is due; false when there is none. */
export async function workOnce(db: Db, kind: WorkKind, handler: Handler, signal: AbortSignal): Promise<boolean> {
  const lease = await claimWork(db, kind);
  if (lease) await doWork(db, lease, handler, signal);
  return lease !== null;
}

async function doWork(db: Db, lease: Lease, handler: Handler, signal: AbortSignal): Promise<void> {
  const lost = new AbortController();
  const renewal = setInterval(() => void renew(db, lease, lost), RENEW_MS);
  const ending = AbortSignal.any([signal, lost.signal]);
  try {
    const { sellerId, id, attempts: attempt, claimedAt: now } = lease;
    await handler(db, { sellerId, id, attempt, now, signal: ending, fence: (tx) => assertHeld(tx, lease) });
    // A handler that stopped early because it was told to leaves the rest to the next worker.
    await untilBack(() => (signal.aborted ? returnWork(db, lease, null) : finishWork(db, lease)), ending);
  } catch (error) {
    if (error instanceof LostLease || lost.signal.aborted) return;
    await untilBack(afterFailure(db, lease, error, signal), ending);
  } finally {
    clearInterval(renewal);
  }
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
