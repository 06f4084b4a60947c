import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import type { WORK_KINDS } from "@/db/schema";
import { newId } from "@/lib/kernel/ids";

export type WorkKind = (typeof WORK_KINDS)[number];

/** Work that this worker holds. The token is the fence: who lost it finds another one in the row. */
export type Lease = {
  sellerId: string;
  kind: WorkKind;
  id: string;
  token: string;
  attempts: number;
  /** The database's time then, and ours beside it: with both we know the database's at any moment. */
  claimedAt: Date;
  heardAt: number;
};

const LEASE_SECONDS = 30;
/** A mail server or a chat that is back is found within minutes, however long it was away. */
const LONGEST_PAUSE_SECONDS: Partial<Record<WorkKind, number>> = { mail: 300, robot: 300 };
const LONGEST_OTHER_PAUSE_SECONDS = 3600;

const after = (at: Date, seconds: number) => sql`${new Date(at.getTime() + seconds * 1000).toISOString()}::timestamptz`;
/** The database's time by its own clock, for what is written: no statement that writes works a time out itself. */
const timeNow = ({ claimedAt, heardAt }: Lease): Date =>
  new Date(claimedAt.getTime() + Math.floor(performance.now() - heardAt));
const isHeld = ({ sellerId, kind, id, token }: Lease) =>
  sql`seller_id = ${sellerId} and kind = ${kind} and id = ${id} and lease_token = ${token}`;

/** What takes minutes, so that a seller has one of it at a time, and goes behind the others for the next. */
const IN_TURN: ReadonlySet<WorkKind> = new Set(["import"]);

/** How many more pieces of a kind whoever claims can do. */
type Places = { kind: WorkKind; free: number };
/** Beyond the places that are free: who asks at the same time may be faster with some. */
const SPARE = 8;

/** The oldest of a kind that nobody holds; its name and number stand in it, so that the planner knows to go by the index. */
const oldest = ({ kind, free }: Places) => sql`select * from (
  select seller_id as "sellerId", kind, id, now() as "claimedAt" from work_items
  where kind = ${kind} and due_at <= now() and (lease_until is null or lease_until < now())
  order by due_at, id limit ${free + SPARE}) oldest`;

/** The same of a kind that shops take turns in: the oldest of each, and none beside one that is under way. */
const oldestOfEach = ({ kind, free }: Places) => sql`select * from (
  select seller_id as "sellerId", kind, (array_agg(id order by due_at, id))[1] as id, now() as "claimedAt" from work_items
  where kind = ${kind} and (due_at <= now() or lease_until >= now())
  group by seller_id, kind having not coalesce(bool_or(lease_until >= now()), false)
  order by min(due_at), 3 limit ${free + SPARE}) oldest`;

type Candidate = Pick<Lease, "sellerId" | "kind" | "id"> & { claimedAt: string };

/**
 * Takes of each kind the oldest work that is due and nobody holds, as much as there are places. What is free is read over
 * all sellers, and then taken one by one where it is free still: whoever claims at the same time gets other work, and
 * no statement locks rows of several sellers.
 */
export async function claimAll(db: Db, places: readonly Places[]): Promise<Lease[]> {
  const found = await db.execute<Candidate>(
    sql.join(
      places.map((place) => (IN_TURN.has(place.kind) ? oldestOfEach(place) : oldest(place))),
      sql` union all `,
    ),
  );
  const leases: Lease[] = [];
  for (const { kind, free } of places) {
    let left = free;
    for (const candidate of found) {
      if (candidate.kind !== kind || left === 0) continue;
      const lease = await take(db, candidate);
      if (!lease) continue;
      left -= 1;
      leases.push(lease);
      if (IN_TURN.has(kind)) await goBehind(db, lease);
    }
  }
  return leases;
}

async function take(db: Db, { sellerId, kind, id, ...found }: Candidate): Promise<Lease | null> {
  const claimedAt = new Date(found.claimedAt);
  const token = newId();
  const [row] = await db.execute<{ attempts: number }>(sql`
    update work_items set lease_until = ${after(claimedAt, LEASE_SECONDS)}, lease_token = ${token}, attempts = attempts + 1
    where seller_id = ${sellerId} and kind = ${kind} and id = ${id} and due_at <= now()
      and (lease_until is null or lease_until < now())
    returning attempts`);
  return row ? { sellerId, kind, id, token, claimedAt, heardAt: performance.now(), attempts: row.attempts } : null;
}

/** Takes the oldest work of one kind. */
export async function claimWork(db: Db, kind: WorkKind): Promise<Lease | null> {
  const [lease] = await claimAll(db, [{ kind, free: 1 }]);
  return lease ?? null;
}

/** Whose turn it is has the rest of theirs wait behind all who wait already. */
async function goBehind(db: Db, { sellerId, kind, claimedAt }: Lease): Promise<void> {
  await db.execute(sql`
    update work_items set due_at = ${after(claimedAt, 0)}
    where seller_id = ${sellerId} and kind = ${kind} and due_at <= now() and lease_until is null`);
}

/** Holds on to work for another while; false: it is somebody else's by now. */
export async function renewLease(db: Db, lease: Lease): Promise<boolean> {
  const rows = await db.execute(
    sql`update work_items set lease_until = ${after(timeNow(lease), LEASE_SECONDS)} where ${isHeld(lease)} returning id`,
  );
  return rows.length > 0;
}

export class LostLease extends Error {
  override name = "LostLease";
}

/** Throws inside a transaction when the work it does is somebody else's by now, so that nothing of it is written. */
export async function assertHeld(tx: Tx, lease: Lease): Promise<void> {
  const rows = await tx.execute(sql`select id from work_items where ${isHeld(lease)}`);
  if (rows.length === 0) throw new LostLease("another worker has taken over");
}

/** Takes work that is done off the list, unless it was put there anew meanwhile. */
export async function finishWork(db: Db, lease: Lease): Promise<void> {
  await db.execute(sql`delete from work_items where ${isHeld(lease)}`);
}

/** Puts work back for the next worker; after a failure only after a pause that doubles, never for all at once. */
export async function returnWork(db: Db, lease: Lease, failure: string | null): Promise<void> {
  const longest = LONGEST_PAUSE_SECONDS[lease.kind] ?? LONGEST_OTHER_PAUSE_SECONDS;
  const pause = failure === null ? 0 : Math.min(2 ** lease.attempts, longest);
  await db.execute(sql`
    update work_items set lease_until = null, lease_token = null,
      due_at = case when ${failure}::text is null then due_at else ${after(timeNow(lease), pause * (0.8 + 0.4 * Math.random()))} end,
      attempts = attempts - ${failure === null ? 1 : 0},
      last_error = coalesce(${failure}::text, last_error)
    where ${isHeld(lease)}`);
}

/** Puts work back whose time has not come: nothing was tried, so that no attempt counts. */
export async function postponeWork(db: Db, lease: Lease, dueAt: Date): Promise<void> {
  await db.execute(sql`
    update work_items set lease_until = null, lease_token = null, attempts = attempts - 1,
      due_at = ${after(dueAt > timeNow(lease) ? dueAt : timeNow(lease), 0)}
    where ${isHeld(lease)}`);
}

type NewWork = Pick<Lease, "sellerId" | "kind" | "id"> & { dueAt?: Date };

/** Puts work on the list, due at once or later; what stands there of an earlier time is due again. */
export async function addWork(tx: Tx, { sellerId, kind, id, dueAt }: NewWork): Promise<void> {
  const due = dueAt ? sql`${dueAt.toISOString()}::timestamptz` : sql`date_trunc('milliseconds', now())`;
  await tx.execute(sql`
    insert into work_items (seller_id, kind, id, due_at) values (${sellerId}, ${kind}, ${id}, ${due})
    on conflict (seller_id, kind, id) do update
      set due_at = excluded.due_at, lease_until = null, lease_token = null, attempts = 0, last_error = null`);
}
