import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { addDays, daysBetween } from "@/lib/kernel/dates";
import { COUNTED_RETURNS, type Dimension, findInsights, INSIGHT_KEY, type InsightRow, type Period } from "./insights";

/** What a row's figures are to be seen beside. */
export type Compared = {
  /** Returns of the days before, as many as the period has; null: one of the two is too many to be counted whole. */
  before: number | null;
  /** Units sold in the period, and those asked back, in channels whose orders are known; null: nobody can say. */
  sold: { units: number; returned: number } | null;
};
export type ComparedRow = InsightRow & Compared;

/** More orders than these in a period are not counted: the page would wait. */
const COUNTED_ORDERS = 100_000;

type Asked = Period & { knownChannels: readonly string[] };

/** A period by its groups and as a whole, each beside the period before and, where orders are known, what was sold. */
export async function listComparedInsights(
  tx: Tx,
  sellerId: string,
  dimension: Dimension,
  asked: Asked,
): Promise<{ rows: ComparedRow[]; whole: ComparedRow | null }> {
  const { rows, whole } = await findInsights(tx, sellerId, dimension, asked);
  if (!whole) return { rows: [], whole: null };
  const keys = rows.filter(({ isRest }) => !isRest).map(({ key }) => key ?? "");
  const [before, sold] = await Promise.all([
    countBefore(tx, sellerId, dimension, { period: periodBefore(asked), keys }),
    dimension === "reason" ? null : countSold(tx, sellerId, dimension, { ...asked, keys }),
  ]);
  const isCounted = before !== null && whole.returns < COUNTED_RETURNS;
  const beside = (row: InsightRow, count: number, units: number | null | undefined): ComparedRow => ({
    ...row,
    before: isCounted ? count : null,
    sold: units ? { units, returned: row.unitsOfKnown } : null,
  });
  return {
    rows: rows.map((row) => {
      const key = row.isRest ? null : (row.key ?? "");
      return beside(row, before?.byKey.get(key) ?? 0, key === null ? null : sold?.byKey.get(key));
    }),
    whole: beside(whole, before?.all ?? 0, sold?.all),
  };
}

/** As many days as a period has, up to the day before it. */
const periodBefore = ({ from, to, channel }: Period): Period => ({
  from: addDays(from, -1 - daysBetween(from, to)),
  to: addDays(from, -1),
  channel,
});

const listed = (values: readonly string[]): SQL =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb))`;

type Counted<Key> = { all: number; byKey: Map<Key, number> };

/** Returns by these keys; what has another one is counted once, under null. Null: too many. */
async function countBefore(
  tx: Tx,
  sellerId: string,
  dimension: Dimension,
  { period: { from, to, channel }, keys }: { period: Period; keys: readonly string[] },
): Promise<Counted<string | null> | null> {
  const key = sql`case when ${INSIGHT_KEY[dimension]} in ${listed(keys)} then ${INSIGHT_KEY[dimension]} end as key`;
  const items = sql`join order_lines o on o.seller_id = ${sellerId} and o.id = l.order_line_id`;
  // Return by return (offset 0), as the period itself is read.
  const byLine = sql`(select distinct p.key, h.id from h cross join lateral (
    select ${key} from return_lines l ${dimension === "sku" ? items : sql``}
    where l.seller_id = ${sellerId} and l.return_id = h.id offset 0) p)`;
  const found = await tx.execute<{ key: string | null; count: number; all: number }>(sql`
    with h as (
      select r.id, r.channel_id from returns r
      where r.seller_id = ${sellerId} and r.requested_on >= ${from}::date and r.requested_on <= ${to}::date
        ${channel === null ? sql`` : sql`and r.channel_id = ${channel}`}
      limit ${COUNTED_RETURNS}
    )
    select key, count(*)::int as count, (select count(*)::int from h) as all
    from ${dimension === "channel" ? sql`(select ${key} from h)` : byLine} k group by 1`);
  const all = found[0]?.all ?? 0;
  return all >= COUNTED_RETURNS ? null : { all, byKey: new Map(found.map(({ key: of, count }) => [of, count])) };
}

/** Units of orders that were not called off, in channels of which a file of orders was imported. Null: nobody knows. */
async function countSold(
  tx: Tx,
  sellerId: string,
  dimension: "sku" | "channel",
  { from, to, channel, keys, knownChannels }: Asked & { keys: readonly string[] },
): Promise<{ all: number | null; byKey: Map<string, number | null> } | null> {
  const within = knownChannels.filter((id) => channel === null || id === channel);
  if (within.length === 0) return null;
  const key = dimension === "sku" ? sql`coalesce(l.sku, '')` : sql`s.channel_id::text`;
  const found = await tx.execute<{ key: string | null; units: number | null; orders: number; isAll: boolean }>(sql`
    with s as (
      select o.id, o.channel_id from orders o
      where o.seller_id = ${sellerId} and o.ordered_on >= ${from}::date and o.ordered_on <= ${to}::date
        and not o.is_cancelled and o.channel_id in (select jsonb_array_elements_text(${JSON.stringify(within)}::jsonb)::uuid)
      limit ${COUNTED_ORDERS}
    ), units as (
      select case when ${key} in ${listed(keys)} then ${key} end as key, l.quantity
      from s join order_lines l on l.seller_id = ${sellerId} and l.order_id = s.id
    )
    select key, case when bool_and(quantity is not null) then sum(quantity)::int end as units,
      (select count(*)::int from s) as orders, grouping(key) = 1 as "isAll"
    from units group by grouping sets ((key), ())`);
  if ((found[0]?.orders ?? 0) >= COUNTED_ORDERS) return null;
  const byKey = found.flatMap(({ key: of, units, isAll }) => (isAll || of === null ? [] : [[of, units] as const]));
  return { all: found.find(({ isAll }) => isAll)?.units ?? null, byKey: new Map(byKey) };
}
