import { asc, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returns } from "@/db/schema";
import { SCANNED_KINDS, searchKey } from "@/lib/kernel/search-key";
import type { ChannelMode } from "@/lib/policy/reach";
import { activeMembers } from "./assignees";
import { type SavedView, viewsOf } from "./kept-views";
import { COUNTED_AT_MOST, isSearchCut, matches } from "./returns-filter";
import { orderOf } from "./returns-list";
import { type BuiltIn, builtInFilter } from "./shared/built-in-views";
import { emptyFilter, narrowsTab, type ReturnFilter, seenBy, type Tab } from "./shared/filter";
import { paramsOf, readView } from "./shared/list-view";

/** Tabs in which somebody must act, and so carry a count; of these, where the clock is the seller's own. */
const COUNTED_TABS = ["authorization_required", "awaiting_return", "received", "disputes"] as const satisfies Tab[];
const TIMED_TABS = ["authorization_required", "received"] as const satisfies Tab[];

export type ListChannel = {
  id: string;
  name: string;
  marketplace: "amazon" | "aliexpress" | "own";
  mode: ChannelMode;
  dataAsOf: Date | null;
};

/** Tab by tab: a verdict's, a channel's and a person's returns are all found in this order. */
const COUNTED_IN = [asc(returns.tab), asc(returns.dueSort), asc(returns.id)];

/** Reads no more rows than it takes to know that there are over a thousand; in order, so that an index is walked. */
const capped = (tx: Tx, where: SQL | undefined, order: readonly SQL[] = COUNTED_IN) => {
  const some = tx
    .select({ one: sql`1`.as("one") })
    .from(returns)
    .where(where)
    .orderBy(...order)
    .limit(COUNTED_AT_MOST)
    .as("some");
  return sql<number>`(select count(*) from ${some})`.mapWith(Number);
};

/** Days are counted day by day, what was searched or not narrowed as it is listed. */
const countedIn = ({ from, to, tab, verdict, channel, assignee, due }: ReturnFilter): readonly SQL[] | undefined => {
  if (from !== null || to !== null) return orderOf("requested");
  return tab === "all" && verdict.length + channel.length + assignee.length === 0 && due === null
    ? orderOf("due")
    : undefined;
};

const channelsOf = (sellerId: string) =>
  sql<ListChannel[]>`(
    select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'marketplace', c.marketplace,
      'mode', c.mode, 'dataAsOf', c.data_as_of) order by c.name, c.code), '[]')
    from channels c where c.seller_id = ${sellerId})`.mapWith(
    (rows: (Omit<ListChannel, "dataAsOf"> & { dataAsOf: string | null })[]) =>
      rows.map((row) => ({ ...row, dataAsOf: row.dataAsOf === null ? null : new Date(row.dataAsOf) })),
  );

/** The returns that a typed or scanned number names exactly; two are enough to know that it is not one. */
const namedBy = (sellerId: string, q: string | null) =>
  sql<string[]>`(
    select coalesce(json_agg(n.return_id), '[]') from (
      select distinct k.return_id from return_keys k
      where k.seller_id = ${sellerId} and k.key = ${searchKey(q ?? "")}
        and k.kind in (${sql.join(
          SCANNED_KINDS.map((kind) => sql`${kind}`),
          sql`, `,
        )})
      limit 2
    ) n)`;

/** Everything around the rows in one statement: counts (1,001 means more), channels with their freshness, exact match. */
export async function findListFrame(
  tx: Tx,
  sellerId: string,
  filter: ReturnFilter,
  now: Date,
  viewerId: string | null = null,
) {
  const inTab = (tab: Tab) => matches(sellerId, emptyFilter(tab), now);
  const overdueIn = (tab: Tab) => matches(sellerId, { ...emptyFilter(tab), due: "overdue" }, now);
  const inView = (view: BuiltIn) => {
    const wanted = builtInFilter(view, filter.tab);
    return capped(tx, matches(sellerId, viewerId === null ? wanted : seenBy(wanted, viewerId), now));
  };
  const isCounted = COUNTED_TABS.some((tab) => tab === filter.tab);
  const [frame] = await tx
    .select({
      counts: {
        authorization_required: capped(tx, inTab("authorization_required")),
        awaiting_return: capped(tx, inTab("awaiting_return")),
        received: capped(tx, inTab("received")),
        disputes: capped(tx, inTab("disputes")),
      } satisfies Record<(typeof COUNTED_TABS)[number], SQL>,
      overdue: {
        authorization_required: capped(tx, overdueIn("authorization_required")),
        received: capped(tx, overdueIn("received")),
      } satisfies Record<(typeof TIMED_TABS)[number], SQL>,
      /** What every shop's views find in this tab. */
      viewCounts: {
        overdue: inView("overdue"),
        soon: inView("soon"),
        mine: inView("mine"),
        unassigned: inView("unassigned"),
        outOfPolicy: inView("outOfPolicy"),
        highValue: inView("highValue"),
        handover: inView("handover"),
        snoozed: inView("snoozed"),
      } satisfies Record<BuiltIn, SQL>,
      unknownStatuses: capped(tx, matches(sellerId, { ...emptyFilter("all"), isStatusUnknown: true }, now)),
      /** Of the filter as it stands; null where the tab's own count says it. */
      matching:
        isCounted && !narrowsTab(filter)
          ? sql<null>`null`
          : capped(tx, matches(sellerId, filter, now), countedIn(filter)),
      channels: channelsOf(sellerId),
      members: activeMembers(sellerId),
      tags: sql<{ id: string; name: string }[]>`(
        select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.key), '[]')
        from tags t where t.seller_id = ${sellerId})`,
      views: viewsOf(sellerId, viewerId),
      ownColumns: sql<string[] | null>`(select to_json(u.list_columns) from users u where u.id = ${viewerId}::uuid)`,
      named: namedBy(sellerId, filter.q),
      isSearchCut: isSearchCut(sellerId, filter.q),
      hasAny: sql<boolean>`(select count(*) > 0 from (
        select 1 from returns r where r.seller_id = ${sellerId} order by r.due_sort, r.id limit 1) r)`,
    })
    .from(sql`(values (1)) as one(n)`);
  if (!frame) throw new Error("a select without a table answered no row");
  return { ...frame, keptCounts: await countKept(tx, sellerId, frame.views, { now, viewerId }) };
}

/** So many kept views carry a count: each is one more list to look through. */
const COUNTED_VIEWS = 10;

/** What kept views find, in one statement, as far as the viewer sees it. */
async function countKept(
  tx: Tx,
  sellerId: string,
  views: readonly SavedView[],
  { now, viewerId }: { now: Date; viewerId: string | null },
): Promise<Record<string, number>> {
  const counts = views.slice(0, COUNTED_VIEWS).map(({ id, query }) => {
    const { filter } = readView(paramsOf(query));
    const seen = viewerId === null ? filter : seenBy(filter, viewerId);
    return [id, capped(tx, matches(sellerId, seen, now), countedIn(seen))] as const;
  });
  if (counts.length === 0) return {};
  const [found] = await tx.select(Object.fromEntries(counts)).from(sql`(values (1)) as one(n)`);
  return found ?? {};
}

export type ListFrame = Awaited<ReturnType<typeof findListFrame>>;
