import { and, eq, notExists, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, parcelReturns, parcels, returns } from "@/db/schema";
import { eitherOf } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";
import type { ParcelStatus, ScanCode } from "@/lib/policy/machines/parcel/statuses";
import { AWAITED } from "@/lib/policy/machines/return/statuses";

/** What is looked at apart: parcels by where they are, and returns that nobody has named a parcel of. */
export const PARCEL_SHOWS = ["delivered", "no_tracking", "announced", "on_its_way", "lost"] as const;
export type ParcelShow = (typeof PARCEL_SHOWS)[number];

/** More than this is not counted. */
export const PARCELS_COUNTED_AT_MOST = 1000;
const DAY = 86_400_000;

type Carried = { id: string; number: number; channel: string };

export type ParcelRow = {
  id: string;
  /** Null: the return has none yet. */
  tracking: string | null;
  carrier: string | null;
  status: ParcelStatus | null;
  /** Since when it stands there; of a return without a number, since it was authorized. */
  since: Date;
  ageDays: number;
  scan: { code: ScanCode | null; word: string; place: string | null; at: Date } | null;
  /** Until when the goods have to be back; null where a parcel says where they are, or nothing is due. */
  dueAt: Date | null;
  returns: readonly Carried[];
};

/** Parcels that carry something, and returns whose parcel has no number yet: one list, one file. */
export const PARCELS = list<ParcelRow>()({
  filter: { show: eitherOf(PARCEL_SHOWS) },
  columns: {
    tracking: { value: ({ tracking }) => tracking },
    carrier: { value: ({ carrier }) => carrier },
    status: { value: ({ status }) => status ?? "no_tracking" },
    returns: { value: ({ returns: carried }) => carried.map(({ number }) => `R-${number}`).join("; ") },
    channel: { value: ({ returns: carried }) => [...new Set(carried.map(({ channel }) => channel))].join("; ") },
    since: { value: ({ since }) => since, sort: "instant" },
    age_days: { value: ({ ageDays }) => ageDays },
    last_scan: { value: ({ scan }) => scan?.word ?? null },
    place: { value: ({ scan }) => scan?.place ?? null },
    scanned_at: { value: ({ scan }) => scan?.at ?? null },
    due_at: { value: ({ dueAt }) => dueAt },
  },
  sort: (_filter) => "since",
  sizes: [50],
});

type Ctx = { sellerId: string; now: Date };
const ageDays = (since: Date, now: Date): number => Math.max(0, Math.floor((now.getTime() - since.getTime()) / DAY));

const carried = (sellerId: string) => sql<Carried[]>`(
  select coalesce(json_agg(json_build_object('id', r.id, 'number', r.number, 'channel', c.name) order by r.number), '[]')
  from parcel_returns l join returns r on r.seller_id = l.seller_id and r.id = l.return_id
  join channels c on c.seller_id = r.seller_id and c.id = r.channel_id
  where l.seller_id = ${sellerId} and l.parcel_id = parcels.id)`;

const readParcels = async (tx: Tx, { where, orderBy, limit, key }: Clauses, { sellerId, now }: Ctx) => {
  const rows = await tx
    .select({
      key,
      id: parcels.id,
      tracking: parcels.tracking,
      carrier: parcels.carrier,
      status: parcels.status,
      since: parcels.statusChangedAt,
      scan: { code: parcels.scanCode, word: parcels.scanWord, place: parcels.scanPlace, at: parcels.scannedAt },
      returns: carried(sellerId),
    })
    .from(parcels)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
  return rows.map(({ scan: { code, word, place, at }, ...row }): ParcelRow & { key: string } => ({
    ...row,
    dueAt: null,
    ageDays: ageDays(row.since, now),
    scan: at && word !== null ? { code, word, place, at } : null,
  }));
};

/** Longest in its place first. */
const SEEN = listSql(PARCELS, {
  table: parcels,
  id: parcels.id,
  // One that was renumbered carries nothing any more, and is shown nowhere.
  base: ({ sellerId }: Ctx) =>
    and(
      eq(parcels.sellerId, sellerId),
      sql`exists (select from parcel_returns l where l.seller_id = ${sellerId} and l.parcel_id = ${parcels.id})`,
    ),
  filter: { show: (show) => sql`${parcels.status} = ${show}` },
  sort: { since: parcels.statusChangedAt },
  read: readParcels,
});

/** When the goods were last asked for; what a report told has the day on which it told it. */
const authorizedAt = (sellerId: string) =>
  sql<Date>`coalesce((
  select e.at from events e where e.seller_id = ${sellerId} and e.return_id = ${returns.id}
    and e.to_status = ${AWAITED} and e.from_status <> ${AWAITED} order by e.id desc limit 1), ${returns.statusChangedAt})`;

const readUntracked = async (tx: Tx, { where, orderBy, limit, key }: Clauses, { sellerId, now }: Ctx) => {
  const rows = await tx
    .select({
      key,
      id: returns.id,
      number: returns.number,
      channel: channels.name,
      since: authorizedAt(sellerId).mapWith(returns.statusChangedAt),
      dueAt: returns.nextDueAt,
    })
    .from(returns)
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
  return rows.map(({ number, channel, ...row }): ParcelRow & { key: string } => ({
    ...{ ...row, tracking: null, carrier: null, status: null, scan: null },
    ageDays: ageDays(row.since, now),
    returns: [{ id: row.id, number, channel }],
  }));
};

/** What ends first comes first: that is who is to be reminded. */
const UNTRACKED = listSql(PARCELS, {
  table: returns,
  id: returns.id,
  base: ({ sellerId }: Ctx) => and(eq(returns.sellerId, sellerId), eq(returns.tab, AWAITED)),
  filter: {
    show: (_show, { sellerId }) =>
      notExists(sql`(select from ${parcelReturns} l where l.seller_id = ${sellerId} and l.return_id = ${returns.id})`),
  },
  sort: { since: returns.dueSort },
  read: readUntracked,
});

const listOf = (show: ParcelShow) => (show in HAS_NO_PARCEL ? UNTRACKED : SEEN);
const HAS_NO_PARCEL: Partial<Record<ParcelShow, true>> = { no_tracking: true };

export const parcelPage = (tx: Tx, ctx: Ctx, view: ReturnType<typeof PARCELS.usual>) =>
  listOf(view.filter.show).page(tx, ctx, view);

/** How many stand in each, in two statements. */
export async function parcelCounts(tx: Tx, ctx: Ctx): Promise<Record<ParcelShow, number>> {
  const of = <Show extends ParcelShow>(show: Show) => ({ show });
  const seen = {
    delivered: of("delivered"),
    announced: of("announced"),
    on_its_way: of("on_its_way"),
    lost: of("lost"),
  };
  const [parcelsOf, without] = await Promise.all([
    SEEN.counts(tx, ctx, seen, PARCELS_COUNTED_AT_MOST),
    UNTRACKED.count(tx, ctx, of("no_tracking"), PARCELS_COUNTED_AT_MOST),
  ]);
  return { ...parcelsOf, no_tracking: without };
}

export const parcelsCsv = (ctx: Parameters<typeof SEEN.csv>[0], show: ParcelShow) =>
  listOf(show).csv(ctx, PARCELS.usual({ show }));
