import { type AnyColumn, and, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { returns } from "@/db/schema";
import { KEY_KINDS, searchKey } from "@/lib/kernel/search-key";
import { narrowing } from "@/lib/platform/list/list-sql";
import type { DeadlineKind } from "@/lib/policy/clocks/deadlines";
import { AT_THE_DOOR } from "@/lib/policy/machines/parcel/statuses";
import {
  type GoodsFilter,
  leavesSnoozedOut,
  RETURNS,
  type RefundFilter,
  type ReturnFilter,
  type Tab,
} from "./shared/filter";

/** A search looks at so many matches at most, the newest where the text is exact. */
const SEARCHED_AT_MOST = 1000;
/** Up to here totals are exact (then "1,000+"): one more row than that is enough to know. */
export const COUNTED_AT_MOST = 1001;

const HOUR = 3_600_000;
/** Its clock runs until the label is taken. */
const FETCHED = "fetch_label" satisfies DeadlineKind;

const dueWithin = (at: Date, hours: number) =>
  and(gte(returns.dueSort, at.toISOString()), lt(returns.dueSort, new Date(at.getTime() + hours * HOUR).toISOString()));

/** Written into the statement as they are, because a partial index is found by what is written only. */
const ENDED_AS = { missed: sql`${returns.isMissed}`, late: sql`${returns.isLate}` };

/** The next midnight where the shop is, read once. */
export const midnightAfter = (sellerId: string, at: Date): SQL => sql`(
  select (date_trunc('day', ${at.toISOString()}::timestamptz at time zone s.digest_zone) + interval '1 day')
    at time zone s.digest_zone from sellers s where s.id = ${sellerId})`;

function dueIs(due: NonNullable<ReturnFilter["due"]>, { sellerId, at }: Seen): SQL | undefined {
  if (due === "overdue") return lt(returns.dueSort, at.toISOString());
  if (due === "today")
    return sql`${returns.dueSort} >= ${at.toISOString()} and ${returns.dueSort} < ${midnightAfter(sellerId, at)}`;
  if (due === "later") return sql`${returns.dueSort} >= ${midnightAfter(sellerId, at)}`;
  if (due === "24h") return dueWithin(at, 24);
  return due === "72h" ? dueWithin(at, 72) : ENDED_AS[due];
}

const keysLike = (sellerId: string, key: string) => {
  // One branch a kind, because only then the newest of it can be read off the end of the index.
  const exact = KEY_KINDS.map(
    (kind) => sql`(select k.return_id from return_keys k where k.seller_id = ${sellerId} and k.key = ${key}
      and k.kind = ${kind} order by k.return_id desc limit ${SEARCHED_AT_MOST + 1})`,
  );
  const beginning = sql`(select k.return_id from return_keys k where k.seller_id = ${sellerId} and k.key > ${key}
    and k.key < ${`${key}\u{10FFFF}`} limit ${SEARCHED_AT_MOST + 1})`;
  return sql.join([...exact, beginning], sql` union all `);
};

function found(sellerId: string, q: string): SQL {
  const key = searchKey(q);
  if (key === "") return sql`false`;
  return sql`${returns.id} = any(array(
    select f.return_id from (${keysLike(sellerId, key)}) f limit ${SEARCHED_AT_MOST}))`;
}

/** Whether more matches a search than it looks at; the reader has to be told to narrow it. */
export function isSearchCut(sellerId: string, q: string | null): SQL<boolean> {
  const key = searchKey(q ?? "");
  if (key === "") return sql`false`;
  return sql`(select count(*) > ${SEARCHED_AT_MOST} from (
    select f.return_id from (${keysLike(sellerId, key)}) f limit ${SEARCHED_AT_MOST + 1}) f)`;
}

// Open hand-overs are few beside the returns of a tab: the list starts from them, whatever the planner believes.
const isHandoverOpen = (sellerId: string) =>
  sql`${returns.id} = any(array(
    select h.return_id from handovers h where h.seller_id = ${sellerId} and h.done_at is null))`;

/** Parcels at the door are few, too; a label that is to be taken has a clock of its own. */
const atTheDoor = (sellerId: string) => sql`(array(
  select l.return_id from parcels p join parcel_returns l on l.seller_id = p.seller_id and l.parcel_id = p.id
  where p.seller_id = ${sellerId} and p.status = ${AT_THE_DOOR}))`;
const GOODS: Record<GoodsFilter, (sellerId: string) => SQL> = {
  delivered: (sellerId) => sql`${returns.id} = any${atTheDoor(sellerId)}`,
  awaited: (sellerId) => sql`${returns.id} <> all${atTheDoor(sellerId)}`,
  label: (sellerId) =>
    sql`exists (select from deadlines d where d.seller_id = ${sellerId} and d.return_id = ${returns.id}
      and d.kind = ${FETCHED} and d.state = 'open')`,
};

/** P-04: refunds that are due, read off an index of their own, which is found by what is written only. */
function refundIs(due: RefundFilter, { sellerId, at }: Seen): SQL {
  const midnight = midnightAfter(sellerId, at);
  const within = {
    overdue: sql`d.due_at < ${at.toISOString()}`,
    today: sql`d.due_at >= ${at.toISOString()} and d.due_at < ${midnight}`,
    later: sql`d.due_at >= ${midnight}`,
  }[due];
  return sql`${returns.id} = any(array(
    select d.return_id from deadlines d
    where d.seller_id = ${sellerId} and d.kind = 'refund' and d.state = 'open' and ${within}))`;
}

/** Put off, and no deadline of it has passed: few beside the returns of a tab, and read once. */
export const snoozedAt = (sellerId: string, at: Date) => sql`(
  select s.return_id from snoozes s join returns r on r.seller_id = s.seller_id and r.id = s.return_id
  where s.seller_id = ${sellerId} and s.until > ${at.toISOString()} and r.due_sort > ${at.toISOString()})`;

/** A bulk act's returns are few beside those of a shop, too: ten thousand at most, read off its own key. */
const isNotDoneBy = (sellerId: string, bulkActId: string) =>
  sql`${returns.id} = any(array(
    select i.subject_id from bulk_items i
    where i.seller_id = ${sellerId} and i.bulk_act_id = ${bulkActId} and i.outcome = 'refused'))`;

/** A SKU as it is written: the key finds it in an index, the line says that it is this very one. */
const hasSku = (sku: string, { sellerId }: Seen) =>
  and(
    sql`exists (select from return_keys k where k.seller_id = ${sellerId} and k.key = ${searchKey(sku)}
    and k.kind = 'sku' and k.return_id = ${returns.id})`,
    sql`exists (select from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
    where l.seller_id = ${sellerId} and l.return_id = ${returns.id} and o.sku = ${sku})`,
  );

/** One value is compared as it stands, so that its index is walked in the list's order. */
const isAny = (column: AnyColumn, values: readonly string[]): SQL | undefined =>
  values.length === 1 ? eq(column, values[0]) : inArray(column, [...values]);

function assigneeIs(assignees: readonly string[]): SQL | undefined {
  // Who asks is told by id (seenBy); where nobody did, "me" is nobody.
  const people = assignees.filter((whose) => whose !== "nobody" && whose !== "me");
  const theirs = people.length > 0 ? isAny(returns.assigneeId, people) : sql`false`;
  if (!assignees.includes("nobody")) return theirs;
  return people.length > 0 ? or(isNull(returns.assigneeId), theirs) : isNull(returns.assigneeId);
}

function verdictIs(verdicts: readonly ReturnFilter["verdict"][number][]): SQL | undefined {
  const judged = verdicts.filter((verdict) => verdict !== "exempt");
  const theirs = judged.length > 0 ? isAny(returns.verdict, judged) : undefined;
  if (!verdicts.includes("exempt")) return theirs;
  return theirs ? or(sql`${returns.isExempt}`, theirs) : sql`${returns.isExempt}`;
}

/** From how much each channel calls a return high value today, in its own currency; null where none says so. Read once. */
const highValueFrom = ({ sellerId, at }: Seen) => sql`(
  select jsonb_object_agg(f.channel_id || f.currency, f.least) from (
    select distinct on (p.channel_id) p.channel_id, c.currency, p.terms #> '{highValue,fromMinor}' as least
    from policies p join channels c on c.seller_id = p.seller_id and c.id = p.channel_id
    where p.seller_id = ${sellerId} and c.seller_id = ${sellerId}
      and p.effective_from <= (${at.toISOString()}::timestamptz at time zone c.time_zone)::date
    order by p.channel_id, p.effective_from desc, p.version desc) f where jsonb_typeof(f.least) = 'number')`;

type Worth = Record<"channelId" | "currency" | "valueMinor", AnyColumn>;
export const isWorthMuch = ({ channelId, currency, valueMinor }: Worth, seen: Seen) =>
  sql<boolean>`${valueMinor} >= (${highValueFrom(seen)} ->> (${channelId} || ${currency}))::bigint`;

/** Whose returns, and the instant that deadlines are compared with. */
export type Seen = { sellerId: string; at: Date };

/** What a return of the list has to be, every part of it usable with row-level security in force. */
export const NARROWING = {
  base: ({ sellerId, at }: Seen, filter?: Omit<ReturnFilter, "sort">) =>
    and(
      eq(returns.sellerId, sellerId),
      filter && leavesSnoozedOut(filter) ? sql`${returns.id} not in ${snoozedAt(sellerId, at)}` : undefined,
    ),
  filter: {
    tab: (tab: Tab) =>
      tab === "all" ? undefined : tab === "disputes" ? sql`${returns.isDisputed}` : eq(returns.tab, tab),
    q: (q: string, { sellerId }: Seen) => found(sellerId, q),
    reason: (reasons: readonly string[], { sellerId }: Seen) =>
      sql`exists (select from return_lines l where l.seller_id = ${sellerId} and l.return_id = ${returns.id}
        and ${reasons.length === 1 ? sql`l.reason_key = ${reasons[0]}` : sql`l.reason_key in ${[...reasons]}`})`,
    verdict: verdictIs,
    channel: (channels: readonly string[]) => isAny(returns.channelId, channels),
    assignee: assigneeIs,
    tag: (tagIds: readonly string[], { sellerId }: Seen) =>
      sql`exists (select from return_tags b where b.seller_id = ${sellerId} and b.return_id = ${returns.id}
        and b.tag_id in ${[...tagIds]})`,
    sku: hasSku,
    due: (due: NonNullable<ReturnFilter["due"]>, seen: Seen) => dueIs(due, seen),
    from: (from: string) => gte(returns.requestedOn, from),
    to: (to: string) => lte(returns.requestedOn, to),
    isHandoverOpen: (_: true, { sellerId }: Seen) => isHandoverOpen(sellerId),
    // Where no channel says so, nothing is looked through.
    isHighValue: (_: true, seen: Seen) => and(sql`${highValueFrom(seen)} is not null`, isWorthMuch(returns, seen)),
    goods: (goods: GoodsFilter, { sellerId }: Seen) => GOODS[goods](sellerId),
    refund: refundIs,
    // They alone are in no tab, which an index finds however many returns are marked as rare.
    isStatusUnknown: () => sql`(${returns.tab} is null and ${returns.status} = 'unknown')`,
    isSnoozed: (_: true, { sellerId, at }: Seen) => sql`${returns.id} in ${snoozedAt(sellerId, at)}`,
    notDoneBy: (bulkActId: string, { sellerId }: Seen) => isNotDoneBy(sellerId, bulkActId),
  },
};

const narrowed = narrowing(RETURNS, NARROWING);

/** The same as one condition; `at` is the instant that deadlines are compared with. */
export const matches = (sellerId: string, filter: ReturnFilter, at: Date): SQL | undefined =>
  narrowed({ sellerId, at }, filter);
