import { and, eq, gte, isNull, lt, lte, type SQL, sql } from "drizzle-orm";
import { returns } from "@/db/schema";
import { KEY_KINDS, searchKey } from "@/lib/kernel/search-key";
import type { ReturnFilter } from "./shared/filter";

/** A search looks at so many matches at most, the newest where the text is exact. */
const SEARCHED_AT_MOST = 1000;
/** Up to here totals are exact (then "1,000+"): one more row than that is enough to know. */
export const COUNTED_AT_MOST = 1001;

const HOUR = 3_600_000;

const dueWithin = (at: Date, hours: number) =>
  and(gte(returns.dueSort, at.toISOString()), lt(returns.dueSort, new Date(at.getTime() + hours * HOUR).toISOString()));

const ENDED_AS = { missed: sql.raw("'missed_before_import'"), late: sql.raw("'late'") };

/** Written into the statement, because a partial index is found by what is written only. */
const hasEnded = (state: SQL): SQL =>
  sql`exists (select from deadlines d where d.seller_id = ${returns.sellerId} and d.return_id = ${returns.id}
    and d.state = ${state})`;

function dueIs(due: ReturnFilter["due"], at: Date): SQL | undefined {
  if (due === "overdue") return lt(returns.dueSort, at.toISOString());
  if (due === "24h") return dueWithin(at, 24);
  if (due === "72h") return dueWithin(at, 72);
  return due === null ? undefined : hasEnded(ENDED_AS[due]);
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

/** A job's returns are few beside those of a shop, too: ten thousand at most, read off its own key. */
const isNotDoneBy = (sellerId: string, jobId: string) =>
  sql`${returns.id} = any(array(
    select i.return_id from job_items i
    where i.seller_id = ${sellerId} and i.job_id = ${jobId} and i.outcome = 'refused'))`;

/** A SKU as it is written: the key finds it in an index, the line says that it is this very one. */
const hasSku = (sku: string) =>
  and(
    sql`exists (select from return_keys k where k.seller_id = ${returns.sellerId} and k.key = ${searchKey(sku)}
    and k.kind = 'sku' and k.return_id = ${returns.id})`,
    sql`exists (select from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
    where l.seller_id = ${returns.sellerId} and l.return_id = ${returns.id} and o.sku = ${sku})`,
  );

function assigneeIs(assignee: ReturnFilter["assignee"]): SQL | undefined {
  if (assignee === "nobody") return isNull(returns.assigneeId);
  // Who asks is told by id (seenBy); where nobody did, it is nobody's.
  if (assignee === "me") return sql`false`;
  return assignee === null ? undefined : eq(returns.assigneeId, assignee);
}

/**
 * What a return of the list has to be, every part of it usable with row-level security in force. `at` is the instant
 * that deadlines are compared with.
 */
export function matches(sellerId: string, filter: ReturnFilter, at: Date): SQL | undefined {
  const { tab, reason, verdict, channel, assignee, sku, from, to, q } = filter;
  return and(
    eq(returns.sellerId, sellerId),
    tab === "all" ? undefined : tab === "disputes" ? sql`${returns.isDisputed}` : eq(returns.tab, tab),
    verdict === "exempt" ? sql`${returns.isExempt}` : verdict ? eq(returns.verdict, verdict) : undefined,
    channel ? eq(returns.channelId, channel) : undefined,
    reason
      ? sql`exists (select from return_lines l where l.seller_id = ${returns.sellerId} and l.return_id = ${returns.id}
          and l.reason_key = ${reason})`
      : undefined,
    assigneeIs(assignee),
    sku ? hasSku(sku) : undefined,
    dueIs(filter.due, at),
    from ? gte(returns.requestedOn, from) : undefined,
    to ? lte(returns.requestedOn, to) : undefined,
    filter.isStatusUnknown ? sql`${returns.status} = 'unknown'` : undefined,
    filter.isHandoverOpen ? isHandoverOpen(sellerId) : undefined,
    filter.notDoneBy ? isNotDoneBy(sellerId, filter.notDoneBy) : undefined,
    q ? found(sellerId, q) : undefined,
  );
}
