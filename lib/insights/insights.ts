import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels } from "@/db/schema";
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

const KEY: Record<Dimension, SQL> = {
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

/**
 * What came back in a period by SKU, reason or channel, the most frequent first, in one statement. A return with lines
 * of several SKUs counts in each; what it cost as a whole (label, announced refund) does too.
 */
export async function listInsights(
  tx: Tx,
  sellerId: string,
  dimension: Dimension,
  { from, to, channel }: Period,
): Promise<InsightRow[]> {
  const rows = await tx.execute<InsightRow>(sql`
    with h as (
      select r.id, r.channel_id, r.currency, r.tab, r.status, r.label_kind,
        coalesce(r.label_cost_minor, ${reportedCost}) as label_cost_minor,
        coalesce(case when r.label_cost_minor is null then r.reported->>'labelCurrency' else r.label_currency end, r.currency)
          as label_currency
      from returns r
      where r.seller_id = ${sellerId} and r.requested_on >= ${from}::date and r.requested_on <= ${to}::date
        ${channel === null ? sql`` : sql`and r.channel_id = ${channel}`}
      order by r.requested_on desc, r.id desc limit ${COUNTED_RETURNS}
    ), part as (
      -- Return by return, so that a large shop's lines of other days are not read with them.
      select p.key, h.id, p.units, p.ordered, p.ordered_unknown, p.refunded,
        h.status = ${COMPLETED} and p.is_unsaid as is_refund_unknown
      from h cross join lateral (
        select ${KEY[dimension]} as key, sum(l.quantity)::int as units,
          sum(o.quantity)::int as ordered, count(*) filter (where o.quantity is null)::int as ordered_unknown,
          sum(l.reported_refunded_minor) as refunded, bool_or(l.reported_refunded_minor is null) as is_unsaid
        from return_lines l
        join order_lines o on o.seller_id = ${sellerId} and o.id = l.order_line_id
        where l.seller_id = ${sellerId} and l.return_id = h.id
        group by 1
      ) p
    ), ranked as (
      select key, least(row_number() over (order by count(*) desc, key), ${SHOWN_GROUPS + 1})::int as n
      from part group by key
    ), whole as (
      select n, id, sum(units) as units, sum(ordered) as ordered, sum(ordered_unknown) as ordered_unknown,
        sum(refunded) as refunded, bool_or(is_refund_unknown) as is_refund_unknown
      from part join ranked using (key) group by 1, 2
    ), announced as (
      select f.return_id as id, f.currency, sum(f.amount_minor) as amount, count(*) filter (where f.amount_minor is null) as open
      from h join refunds f on f.seller_id = ${sellerId} and f.return_id = h.id and f.state = 'intended' group by 1, 2
    ), answers as (
      select d.return_id as id, bool_or(d.state = 'late') as is_late
      from h join deadlines d on d.seller_id = ${sellerId} and d.return_id = h.id
      where d.kind = 'answer' and d.state in ('met', 'late') group by 1
    ), counted as (
      select n, h.*, w.units, w.ordered, w.ordered_unknown, w.refunded, w.is_refund_unknown, a.is_late
      from whole w join h using (id) left join answers a using (id)
    ), announced_in as (select n, a.* from whole join announced a using (id)
    ), refund_sums as (${sums("counted", "currency", "refunded")}
    ), announced_sums as (${sums("announced_in", "currency", "amount")}
    ), label_sums as (${sums("counted", "label_currency", "label_cost_minor")}
    ), open_amounts as (select n, sum(open) as open from announced_in group by 1
    ), grouped as (
      select n, count(*) as returns, sum(units) as units, sum(ordered) as ordered, sum(ordered_unknown) as ordered_unknown,
        count(*) filter (where is_refund_unknown) as refunded_unknown,
        count(*) filter (where label_kind = 'prepaid' and label_cost_minor is null) as labels_unknown,
        count(is_late) as answered, count(*) filter (where is_late) as answered_late
      from counted group by 1
    )
    select case when g.n <= ${SHOWN_GROUPS} then nullif(k.key, '') end as key, g.n > ${SHOWN_GROUPS} as "isRest",
      ${dimension === "channel" ? sql`(select c.name from channels c where c.seller_id = ${sellerId} and c.id::text = k.key)` : sql`null::text`} as name,
      g.returns::int as returns, g.units::int as units,
      g.ordered::int as ordered, g.ordered_unknown::int as "orderedUnknown",
      coalesce(r.amounts, '{}') as refunded, g.refunded_unknown::int as "refundedUnknown",
      coalesce(a.amounts, '{}') as intended, coalesce(o.open, 0)::int as "intendedUnknown",
      coalesce(c.amounts, '{}') as "labelCosts", g.labels_unknown::int as "labelCostsUnknown",
      g.answered::int as answered, g.answered_late::int as "answeredLate"
    from grouped g
    left join ranked k on k.n = g.n and g.n <= ${SHOWN_GROUPS}
    left join refund_sums r on r.n = g.n
    left join announced_sums a on a.n = g.n
    left join label_sums c on c.n = g.n
    left join open_amounts o on o.n = g.n
    order by g.n`);
  return [...rows];
}

/** The channels of a seller by name, for choosing one. */
export const listChannelNames = (tx: Tx, sellerId: string) =>
  tx
    .select({ id: channels.id, name: channels.name, marketplace: channels.marketplace })
    .from(channels)
    .where(eq(channels.sellerId, sellerId))
    .orderBy(asc(channels.name), asc(channels.id));
