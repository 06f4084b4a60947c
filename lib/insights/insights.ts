import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels } from "@/db/schema";
import { DONE } from "@/lib/policy/machines/import/statuses";
import { COMPLETED } from "@/lib/policy/machines/return/statuses";

export const DIMENSIONS = ["sku", "reason", "channel"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Returns requested on these days, both included, of one channel or of all. */
export type Period = { from: string; to: string; channel: string | null };

/** Minor units by currency; currencies are never added up. */
export type Amounts = Record<string, number>;

export type InsightRow = {
  /** The SKU, the reason's comparable form, or the channel's id; null: its line has no SKU. */
  key: string | null;
  /** All that are not among the shown, in one row. */
  isRest: boolean;
  /** Of a channel: its name. */
  name: string | null;
  returns: number;
  units: number;
  /** Of these, the units of channels of which a file of orders was imported: a rate can be said of them alone. */
  unitsOfKnown: number;
  /** Units that the returned orders held of it, as far as the reports say; no sales figure. Null: of none. */
  ordered: number | null;
  orderedUnknown: number;
  /** What marketplaces reported as refunded, and of how many finished returns nobody said it. */
  refunded: Amounts;
  refundedUnknown: number;
  /** What the seller announced, and of how many the amount is open. */
  intended: Amounts;
  intendedUnknown: number;
  /** What prepaid labels cost, and of how many nobody said it. */
  labelCosts: Amounts;
  labelCostsUnknown: number;
  /** Returns whose request was answered, as far as its clock ran here, and how many of them late (P-32). */
  answered: number;
  answeredLate: number;
};

/** So many groups stand on their own; the rest is one row. */
const SHOWN_GROUPS = 20;
/** The newest returns of a period that are looked at; more would make a page wait. */
export const COUNTED_RETURNS = 200_000;

/** What a line (l, o) of a return (h) is grouped under. */
export const INSIGHT_KEY: Record<Dimension, SQL> = {
  sku: sql`coalesce(o.sku, '')`,
  reason: sql`l.reason_key`,
  channel: sql`h.channel_id::text`,
};

/** What a marketplace's label cost, unless its report says that the buyer pays for it. */
const reportedCost = sql.raw(`case when lower(coalesce(r.reported->>'labelPaidBy', '')) not in ('customer', 'buyer')
  then (r.reported->>'labelCostMinor')::bigint end`);

/** Adds up one currency at a time: `{"USD": 1200, "EUR": 300}` for each group. */
const sums = (source: string, currency: string, amount: string) =>
  sql.raw(`select n, jsonb_object_agg(currency, total) as amounts from (
    select n, ${currency} as currency, sum(${amount}) as total from ${source}
    where ${amount} is not null group by 1, 2) s group by 1`);

/** The whole of a period stands beside its groups under this number. */
const WHOLE = 0;
const REST = SHOWN_GROUPS + 1;

export type Insights = {
  /** The most frequent first, at the end the rest. */
  rows: InsightRow[];
  /** The period as a whole, each return once; null: nothing came back. */
  whole: InsightRow | null;
};

/**
 * What came back in a period by SKU, reason or channel, and as a whole, in one statement. A return with lines of several
 * SKUs counts in each; what it cost as a whole (label, announced refund) does too.
 */
export async function findInsights(
  tx: Tx,
  sellerId: string,
  dimension: Dimension,
  { from, to, channel, knownChannels = [] }: Period & { knownChannels?: readonly string[] },
): Promise<Insights> {
  const known = sql`(select jsonb_array_elements_text(${JSON.stringify(knownChannels)}::jsonb)::uuid)`;
  const found = await tx.execute<InsightRow & { n: number }>(sql`
    with h as (
      select r.id, r.channel_id, r.currency, r.status = ${COMPLETED} as is_completed, r.label_kind = 'prepaid' as is_prepaid,
        coalesce(r.label_cost_minor, ${reportedCost}) as label_cost_minor,
        coalesce(case when r.label_cost_minor is null then r.reported->>'labelCurrency' else r.label_currency end, r.currency)
          as label_currency, r.channel_id in ${known} as is_known
      from returns r
      where r.seller_id = ${sellerId} and r.requested_on >= ${from}::date and r.requested_on <= ${to}::date
        ${channel === null ? sql`` : sql`and r.channel_id = ${channel}`}
      order by r.requested_on desc, r.id desc limit ${COUNTED_RETURNS}
    ), part as materialized (
      -- Return by return (offset 0), so that a large shop's lines of other days are not read with them.
      select p.key, h.id, sum(p.quantity)::int as units, sum(p.ordered)::int as ordered,
        count(*) filter (where p.ordered is null)::int as ordered_unknown, sum(p.refunded) as refunded,
        bool_or(p.refunded is null) as is_unsaid
      from h cross join lateral (
        select ${INSIGHT_KEY[dimension]} as key, l.quantity, o.quantity as ordered, l.reported_refunded_minor as refunded
        from return_lines l
        join order_lines o on o.seller_id = ${sellerId} and o.id = l.order_line_id
        where l.seller_id = ${sellerId} and l.return_id = h.id offset 0
      ) p group by 1, 2
    ), ranked as (
      select key, least(row_number() over (order by count(*) desc, key), ${REST})::int as n from part group by key
    ), piece as (
      select coalesce(n, ${WHOLE}) as n, id, sum(units) as units, sum(ordered) as ordered,
        sum(ordered_unknown) as ordered_unknown, sum(refunded) as refunded, bool_or(is_unsaid) as is_unsaid
      from part join ranked using (key) group by grouping sets ((n, id), (id))
    ), announced as (
      select f.return_id as id, f.currency, sum(f.amount_minor) as amount, count(*) filter (where f.amount_minor is null) as open
      from h join refunds f on f.seller_id = ${sellerId} and f.return_id = h.id and f.state = 'intended' group by 1, 2
    ), answers as materialized (
      select h.id, a.is_late from h cross join lateral (
        select bool_or(d.state = 'late') as is_late from deadlines d
        where d.seller_id = ${sellerId} and d.return_id = h.id and d.kind = 'answer' and d.state in ('met', 'late') offset 0
      ) a
    ), counted as (select * from piece join h using (id) join answers using (id)
    ), announced_in as (select n, a.* from piece join announced a using (id)
    ), refund_sums as (${sums("counted", "currency", "refunded")}
    ), announced_sums as (${sums("announced_in", "currency", "amount")}
    ), label_sums as (${sums("counted", "label_currency", "label_cost_minor")}
    ), open_amounts as (select n, sum(open) as open from announced_in group by 1
    ), grouped as (
      select n, count(*) as returns, sum(units) as units, sum(units) filter (where is_known) as of_known,
        sum(ordered) as ordered, sum(ordered_unknown) as ordered_unknown,
        count(*) filter (where is_completed and is_unsaid) as refunded_unknown,
        count(*) filter (where is_prepaid and label_cost_minor is null) as labels_unknown,
        count(is_late) as answered, count(*) filter (where is_late) as answered_late
      from counted group by 1
    )
    select g.n, case when g.n <> ${REST} then nullif(k.key, '') end as key, g.n = ${REST} as "isRest",
      ${dimension === "channel" ? sql`(select c.name from channels c where c.seller_id = ${sellerId} and c.id::text = k.key)` : sql`null::text`} as name,
      g.returns::int as returns, g.units::int as units, coalesce(g.of_known, 0)::int as "unitsOfKnown",
      g.ordered::int as ordered, g.ordered_unknown::int as "orderedUnknown",
      coalesce(r.amounts, '{}') as refunded, g.refunded_unknown::int as "refundedUnknown",
      coalesce(a.amounts, '{}') as intended, coalesce(o.open, 0)::int as "intendedUnknown",
      coalesce(c.amounts, '{}') as "labelCosts", g.labels_unknown::int as "labelCostsUnknown",
      g.answered::int as answered, g.answered_late::int as "answeredLate"
    from grouped g
    left join ranked k on k.n = g.n and g.n <> ${REST}
    left join refund_sums r on r.n = g.n
    left join announced_sums a on a.n = g.n
    left join label_sums c on c.n = g.n
    left join open_amounts o on o.n = g.n
    order by g.n`);
  const rows = found.map(({ n, ...row }) => ({ n, row }));
  const groups = rows.filter(({ n }) => n !== WHOLE).map(({ row }) => row);
  return { rows: groups, whole: rows.find(({ n }) => n === WHOLE)?.row ?? null };
}

/** The channels of a seller by name, for choosing one; of which a file of orders was imported, what was sold is known. */
export const listChannelNames = (tx: Tx, sellerId: string) =>
  tx
    .select({
      id: channels.id,
      name: channels.name,
      marketplace: channels.marketplace,
      hasOrders: sql<boolean>`exists (select from imports i where i.seller_id = ${sellerId}
        and i.channel_id = ${channels}.id and i.kind = 'orders' and i.state = ${DONE})`,
    })
    .from(channels)
    .where(eq(channels.sellerId, sellerId))
    .orderBy(asc(channels.name), asc(channels.id));
