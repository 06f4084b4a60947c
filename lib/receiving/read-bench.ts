import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { startOfDay, todayIn } from "@/lib/kernel/calendar";
import { UNDER_WAY } from "@/lib/policy/machines/parcel/statuses";
import { AWAITED } from "@/lib/policy/machines/return/statuses";

/** More than this is not counted, and of each list so many are shown. */
const BENCH_COUNT_AT_MOST = 1000;
const SHOWN = 12;
/** By day and address several stand under one heading. */
const EXPECTED_SHOWN = 30;

export type ExpectedParcel = {
  tracking: string;
  carrier: string | null;
  status: (typeof UNDER_WAY)[number];
  since: string;
  returnId: string;
  number: number;
  title: string | null;
  /** Where it goes: a shop may have several addresses. */
  to: string | null;
};
export type ParkedParcel = { id: string; scanned: string; note: string | null; parkedAt: string; photoIds: string[] };
export type Bench = {
  parcelsToday: number;
  unitsToday: number;
  expected: number;
  unidentified: number;
  expectedParcels: ExpectedParcel[];
  parkedParcels: ParkedParcel[];
};

const firstTitle = (sellerId: string) => sql`(
  select o.title from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
  where l.seller_id = ${sellerId} and l.return_id = r.id order by l.position limit 1)`;

/** What the bench has unpacked since midnight of the shop's zone, which parcels are on their way or at the door, and what stands aside. */
export async function readBench(tx: Tx, sellerId: string, now: Date): Promise<Bench> {
  const zone = await shopZone(tx, sellerId);
  const since = startOfDay(todayIn(now, zone), zone).toISOString();
  const awaited = sql`from parcels p
    join parcel_returns t on t.seller_id = ${sellerId} and t.parcel_id = p.id
    join returns r on r.seller_id = ${sellerId} and r.id = t.return_id
    where p.seller_id = ${sellerId} and p.status in ${UNDER_WAY} and r.status = ${AWAITED}`;
  const [bench] = await tx.execute<Bench>(sql`
    select
      (select count(distinct coalesce(u.parcel_id, u.return_id))::int from received_units u
        where u.seller_id = ${sellerId} and u.received_at >= ${since}::timestamptz and u.taken_back_at is null) as "parcelsToday",
      (select count(*)::int from received_units u
        where u.seller_id = ${sellerId} and u.received_at >= ${since}::timestamptz and u.taken_back_at is null) as "unitsToday",
      (select count(*)::int from (select 1 ${awaited} limit ${BENCH_COUNT_AT_MOST}) e) as "expected",
      (select count(*)::int from (select 1 from unidentified_parcels n where n.seller_id = ${sellerId}
        and n.matched_at is null limit ${BENCH_COUNT_AT_MOST}) e) as "unidentified",
      (select coalesce(json_agg(e), '[]') from (
        select p.tracking, p.carrier, p.status, p.status_changed_at as since, r.id as "returnId", r.number,
          ${firstTitle(sellerId)} as title, nullif(concat_ws(', ', r.address->>'recipient', r.address->>'city'), '') as "to"
        ${awaited} order by p.status, (p.status_changed_at at time zone ${zone})::date, "to", p.status_changed_at, p.id
          limit ${EXPECTED_SHOWN}) e) as "expectedParcels",
      (select coalesce(json_agg(n), '[]') from (
        select n.id, n.scanned, n.note, n.parked_at as "parkedAt",
          (select coalesce(json_agg(f.file_id), '[]') from unidentified_photos f
            where f.seller_id = ${sellerId} and f.parcel_id = n.id) as "photoIds"
        from unidentified_parcels n where n.seller_id = ${sellerId} and n.matched_at is null
        order by n.parked_at desc, n.id desc limit ${SHOWN}) n) as "parkedParcels"`);
  if (!bench) throw new Error("a bench without a row");
  return bench;
}

/** The zone of the shop's first channel: where its day begins. */
export async function shopZone(tx: Tx, sellerId: string): Promise<string> {
  const [row] = await tx.execute<{ zone: string }>(
    sql`select time_zone as zone from channels where seller_id = ${sellerId} order by id limit 1`,
  );
  return row?.zone ?? "UTC";
}
