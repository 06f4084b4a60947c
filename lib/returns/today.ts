import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returns } from "@/db/schema";
import type { ChannelMode } from "@/lib/policy/reach";
import { COUNTED_AT_MOST, matches, midnightAfter, snoozedAt } from "./returns-filter";
import { emptyFilter, type ReturnFilter } from "./shared/filter";

/** How much it costs to leave something: already late, late before the shop's midnight, decided and not done yet, or nobody's clock is close. */
export const URGENCIES = ["now", "soon", "open", "later"] as const;
export type Urgency = (typeof URGENCIES)[number];

type LineFilter = Partial<ReturnFilter> & Pick<ReturnFilter, "tab">;
const line = (urgency: Urgency, filter: LineFilter) => ({ urgency, filter });

/** What a day of work consists of: each line is a list with its filter; of the requests and of what a buyer owes no return stands in two. */
const TODAY_LINES = {
  requests_overdue: line("now", { tab: "authorization_required", due: "overdue" }),
  refunds_overdue: line("now", { tab: "all", refund: "overdue" }),
  refunds_due: line("soon", { tab: "all", refund: "today" }),
  requests_due: line("soon", { tab: "authorization_required", due: "today" }),
  handovers: line("open", { tab: "all", isHandoverOpen: true }),
  parcels_delivered: line("open", { tab: "all", goods: "delivered" }),
  requests_later: line("later", { tab: "authorization_required", due: "later" }),
  refunds_later: line("later", { tab: "all", refund: "later" }),
  goods_late: line("later", { tab: "awaiting_return", goods: "awaited", due: "overdue" }),
  goods_due: line("later", { tab: "awaiting_return", goods: "awaited", due: "today" }),
  labels_to_fetch: line("later", { tab: "awaiting_return", goods: "label", due: "later" }),
  unread: line("later", { tab: "all", isStatusUnknown: true }),
} as const satisfies Record<string, { urgency: Urgency; filter: LineFilter }>;
export type TodayLineName = keyof typeof TODAY_LINES;
const NAMES = Object.keys(TODAY_LINES) as TodayLineName[];

export const filterOf = (name: TodayLineName): ReturnFilter => {
  const { filter } = TODAY_LINES[name];
  return { ...emptyFilter(filter.tab), ...filter };
};

export type Sum = { currency: string; amountMinor: number };
type NextItem = { id: string; number: number; title: string | null; dueAt: Date | null };

/** `count` is exact up to a thousand; 1,001 means more, and the sums are then those of the first thousand. */
export type TodayLine = {
  name: TodayLineName;
  urgency: Urgency;
  count: number;
  sums: Sum[];
  next: NextItem | null;
};
type LineJson = Omit<TodayLine, "name" | "urgency" | "next"> & {
  next: (Omit<NextItem, "dueAt"> & { dueAt: string | null }) | null;
};

/** One line of the day: read off the index that its list has, no further than it is counted. */
function lineOf(sellerId: string, filter: ReturnFilter, now: Date): SQL {
  return sql`(
    with counted as materialized (
      select ${returns.id} as id, ${returns.number} as number, ${returns.orderId} as order_id, ${returns.currency} as currency,
        ${returns.valueMinor} as value_minor, ${returns.nextDueAt} as due_at, ${returns.dueSort} as due_sort
      from ${returns} where ${matches(sellerId, filter, now)}
      order by ${returns.dueSort}, ${returns.id} limit ${COUNTED_AT_MOST})
    select json_build_object(
      'count', (select count(*) from counted),
      'sums', (select coalesce(json_agg(json_build_object('currency', m.currency, 'amountMinor', m.total) order by m.currency), '[]')
        from (select currency, sum(value_minor) as total from counted where value_minor is not null group by currency) m),
      'next', (select json_build_object('id', s.id, 'number', s.number, 'title', (
          select o.title from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
          where l.seller_id = ${sellerId} and l.return_id = s.id order by l.position limit 1), 'dueAt', s.due_at)
        from counted s order by s.due_sort, s.id limit 1)))`;
}

/** The day of a shop in one statement, line by line; lines without anything in them are left out. */
export async function listToday(tx: Tx, sellerId: string, now: Date): Promise<TodayLine[]> {
  const columns = NAMES.map((name) => sql`${lineOf(sellerId, filterOf(name), now)} as ${sql.identifier(name)}`);
  const [row] = await tx.execute<Record<TodayLineName, LineJson>>(sql`select ${sql.join(columns, sql`, `)}`);
  return NAMES.flatMap((name) => {
    const found = row?.[name];
    if (!found || found.count === 0) return [];
    const next = found.next && { ...found.next, dueAt: found.next.dueAt === null ? null : new Date(found.next.dueAt) };
    return [{ ...found, name, next, urgency: TODAY_LINES[name].urgency }];
  });
}

/** Sums of several lines, currency by currency; they are never added up across currencies. */
export function sumsOf(lines: readonly Pick<TodayLine, "sums">[]): Sum[] {
  const totals = new Map<string, number>();
  for (const { currency, amountMinor } of lines.flatMap(({ sums }) => sums))
    totals.set(currency, (totals.get(currency) ?? 0) + amountMinor);
  return [...totals].map(([currency, amountMinor]) => ({ currency, amountMinor }));
}

export type TeamDay = { id: string | null; name: string | null; open: number; due: number };

/** Who has how many undecided requests, and how many of them are due today or late; what nobody has comes last. */
export async function listTeamDay(tx: Tx, sellerId: string, now: Date): Promise<TeamDay[]> {
  const undecided = (whose: SQL, due: SQL = sql`true`) => sql`(select count(*)::int from (
    select 1 from returns r where r.seller_id = ${sellerId} and ${whose} and r.tab = 'authorization_required' and ${due}
      and r.id not in ${snoozedAt(sellerId, now)}
    order by r.due_sort, r.id limit ${COUNTED_AT_MOST}) r)`;
  const isDue = sql`r.due_sort < ${midnightAfter(sellerId, now)}`;
  const [own, nobodys] = [sql`r.assignee_id = u.id`, sql`r.assignee_id is null`];
  return tx.execute<TeamDay>(sql`
    select u.id, u.name, ${undecided(own)} as open, ${undecided(own, isDue)} as due
    from memberships m join users u on u.id = m.user_id and u.is_active
    where m.seller_id = ${sellerId} and m.deactivated_at is null and m.role in ('owner', 'manager', 'agent')
    union all
    select null, null, ${undecided(nobodys)}, ${undecided(nobodys, isDue)}
    order by 2 nulls last`) as unknown as Promise<TeamDay[]>;
}

export type DayAside = {
  /** The next midnight where the shop is, in its zone. */
  midnight: Date;
  zone: string;
  /** Deadlines of undecided requests in each of the next 24 hours, the first being the one that runs. */
  hours: number[];
  channels: { id: string; name: string; mode: ChannelMode; dataAsOf: Date | null }[];
  lastImport: LastImport | null;
};
type LastImport = {
  id: string;
  channelName: string;
  at: Date;
  byName: string | null;
  counts: { added: number; changed: number; unchanged: number; refused: number };
};

const HOURS = 24;

/** What stands beside the day's lines: when deadlines fall, how fresh each channel is, and the last import that ran. */
export async function findDayAside(tx: Tx, sellerId: string, now: Date): Promise<DayAside> {
  const at = now.toISOString();
  const until = new Date(now.getTime() + HOURS * 3_600_000).toISOString();
  const [row] = await tx.execute<{
    midnight: string;
    zone: string;
    hours: { hour: number; count: number }[];
    channels: (Omit<DayAside["channels"][number], "dataAsOf"> & { dataAsOf: string | null })[];
    last: (Omit<LastImport, "at"> & { at: string }) | null;
  }>(sql`
    select ${midnightAfter(sellerId, now)} as midnight, (select s.digest_zone from sellers s where s.id = ${sellerId}) as zone,
      (select coalesce(json_agg(json_build_object('hour', h.hour, 'count', h.count)), '[]') from (
        select floor(extract(epoch from due.due_sort - ${at}::timestamptz) / 3600)::int as hour, count(*)::int as count
        from (
          select r.due_sort from returns r
          where r.seller_id = ${sellerId} and r.tab = 'authorization_required' and r.due_sort >= ${at} and r.due_sort < ${until}
            and r.id not in ${snoozedAt(sellerId, now)}
          order by r.due_sort, r.id limit ${COUNTED_AT_MOST}) due
        group by 1) h) as hours,
      (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'mode', c.mode, 'dataAsOf', c.data_as_of)
        order by c.data_as_of nulls first, c.name), '[]') from channels c where c.seller_id = ${sellerId}) as channels,
      (select json_build_object('id', i.id, 'channelName', (
          select c.name from channels c where c.seller_id = ${sellerId} and c.id = i.channel_id),
          'at', i.finished_at, 'byName', i.created_by_name, 'counts', json_build_object('added', i.new_count,
          'changed', i.changed_count, 'unchanged', i.unchanged_count, 'refused', i.refused_count))
        from imports i where i.seller_id = ${sellerId} and i.state = 'done' and i.finished_at is not null
        order by i.created_at desc, i.id desc limit 1) as last`);
  if (!row) throw new Error("a select without a table answered no row");
  const { midnight, zone, hours, channels, last } = row;
  const counts = new Map(hours.map(({ hour, count }) => [hour, count]));
  return {
    ...{ midnight: new Date(midnight), zone, lastImport: last && { ...last, at: new Date(last.at) } },
    hours: Array.from({ length: HOURS }, (_, hour) => counts.get(hour) ?? 0),
    channels: channels.map(({ dataAsOf, ...rest }) => ({
      ...rest,
      dataAsOf: dataAsOf === null ? null : new Date(dataAsOf),
    })),
  };
}

export type ShopDay = { overdue: number; disputed: number; waiting: number; oldestDueAt: Date | null };

/** How a shop stands, in numbers alone: what platform support sees of it before it enters. */
export async function findShopDay(tx: Tx, sellerId: string, now: Date): Promise<ShopDay> {
  const counted = (filter: ReturnFilter) => sql`(select count(*)::int from (
    select 1 from ${returns} where ${matches(sellerId, filter, now)}
    order by ${returns.dueSort}, ${returns.id} limit ${COUNTED_AT_MOST}) counted)`;
  const waiting = emptyFilter("authorization_required");
  const [row] = await tx.execute<Omit<ShopDay, "oldestDueAt"> & { oldest: string | null }>(sql`
    select ${counted({ ...waiting, due: "overdue" })} as overdue, ${counted(emptyFilter("disputes"))} as disputed,
      ${counted(waiting)} as waiting, (
        select ${returns.nextDueAt} from ${returns} where ${matches(sellerId, waiting, now)}
        order by ${returns.dueSort}, ${returns.id} limit 1) as oldest`);
  if (!row) throw new Error("a select without a table answered no row");
  const { oldest, ...counts } = row;
  return { ...counts, oldestDueAt: oldest === null ? null : new Date(oldest) };
}
