import { and, asc, desc, eq, lte, notInArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders, returns } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import type { ListKey } from "@/lib/kernel/list/list-key";
import { paidBy } from "@/lib/orders/way-back";
import type { Ctx } from "@/lib/platform/ctx";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";
import type { Consequence, DeadlineKind, Party } from "@/lib/policy/clocks/deadlines";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import type { Move } from "@/lib/policy/machines/return/move-names";
import type { ListMember } from "@/lib/presence/presence";
import { lookersAt } from "@/lib/presence/presence";
import { COUNTED_AT_MOST, isWorthMuch, matches, NARROWING, type Seen } from "./returns-filter";
import { RETURNS, type ReturnFilter, type Sort } from "./shared/filter";

/** Where a page begins or ends: the sorted column's value as text, and the id. */
export type PageKey = { at: string; id: string };
export type PageRequest = { now: Date; per: number; after?: PageKey | null; before?: PageKey | null };

export type ListLine = {
  title: string | null;
  sku: string | null;
  reason: string;
  reasonLabels: ReasonLabels | null;
  quantity: number;
  ordered: number | null;
};
export type ListDeadline = {
  kind: DeadlineKind;
  dueAt: Date;
  isApproximate: boolean;
  party: Party;
  consequence: Consequence;
};

const SHOWN_LINES = 3;
/** Of what the buyer wrote: the page has all of it. */
const SHOWN_WORDS = 120;

const SORTED = { due: returns.dueSort, requested: returns.requestedOn, value: returns.valueSort };
const columnOf = (sort: Sort) => sort.replace(/^-/, "") as keyof typeof SORTED;

/** Where a row stands in a list that is sorted so, as text. */
export const placeIn = (sort: Sort, row: Pick<ReturnRow, "dueSort" | "requestedOn" | "valueSort">): string =>
  ({ due: row.dueSort, requested: row.requestedOn, value: row.valueSort })[columnOf(sort)];

/** The list's order with the id as tie-break. */
export function orderOf(sort: Sort) {
  const direction = sort.startsWith("-") ? desc : asc;
  return [direction(SORTED[columnOf(sort)]), direction(returns.id)] as const;
}

function readReturns(tx: Tx, { where, orderBy, limit, key, direction }: Clauses, { sellerId, at, sort }: Asked) {
  const page = tx
    .select({
      id: returns.id,
      channelId: returns.channelId,
      orderId: returns.orderId,
      number: returns.number,
      rma: returns.rma,
      status: returns.status,
      statusChangedAt: returns.statusChangedAt,
      createdAt: returns.createdAt,
      requestedOn: returns.requestedOn,
      requestedAt: returns.requestedAt,
      evaluation: returns.evaluation,
      verdict: returns.verdict,
      isExempt: returns.isExempt,
      isPrepaidEligible: returns.isPrepaidEligible,
      currency: returns.currency,
      valueMinor: returns.valueMinor,
      buyerComment: sql<string | null>`left(${returns.buyerComment}, ${SHOWN_WORDS})`.as("buyer_comment"),
      reportedStatus: returns.reportedStatus,
      isLabelTaken: sql<boolean>`${returns.labelFetchedAt} is not null`.as("is_label_taken"),
      labelKind: returns.labelKind,
      labelPaidBy: paidBy.as("label_paid_by"),
      carrier: sql<string | null>`${returns.reported}->>'carrier'`.as("carrier"),
      trackingNumber: sql<string | null>`${returns.reported}->>'trackingNumber'`.as("tracking_number"),
      closeReason: returns.closeReason,
      closeReasonLabels: returns.closeReasonLabels,
      assigneeId: returns.assigneeId,
      dueSort: returns.dueSort,
      valueSort: returns.valueSort,
      key: key.as("key"),
    })
    .from(returns)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit)
    .as("page");
  const ofReturn = (table: SQL) => sql`${table}.seller_id = ${sellerId} and ${table}.return_id = ${page.id}`;
  const sortedBy = { due: page.dueSort, requested: page.requestedOn, value: page.valueSort }[columnOf(sort)];
  return tx
    .select({
      ...page._.selectedFields,
      orderNumber: orders.number,
      buyerName: orders.buyerName,
      buyerCountry: orders.shipCountry,
      channel: {
        name: channels.name,
        marketplace: channels.marketplace,
        mode: channels.mode,
        timeZone: channels.timeZone,
      },
      lines: sql<ListLine[]>`(
        select json_agg(x) from (
          select o.title, o.sku, l.reason, l.reason_labels as "reasonLabels", l.quantity, o.quantity as ordered
          from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
          where ${ofReturn(sql`l`)} order by l.position limit ${SHOWN_LINES}
        ) x)`,
      lineCount: sql<number>`(select count(*) from return_lines l where ${ofReturn(sql`l`)})`.mapWith(Number),
      deadline: sql<ListDeadline | null>`(
        select json_build_object('kind', d.kind, 'dueAt', d.due_at, 'isApproximate', d.is_approximate,
          'party', d.party, 'consequence', d.consequence)
        from deadlines d where ${ofReturn(sql`d`)} and d.state = 'open' order by d.due_at, d.id limit 1
      )`.mapWith((found: Omit<ListDeadline, "dueAt"> & { dueAt: string }) => ({
        ...found,
        dueAt: new Date(found.dueAt),
      })),
      missed: sql<DeadlineKind[]>`(
        select coalesce(json_agg(d.kind order by d.due_at), '[]') from deadlines d
        where ${ofReturn(sql`d`)} and d.state = 'missed_before_import')`,
      isAnsweredLate: sql<boolean>`exists (select from deadlines d where ${ofReturn(sql`d`)} and d.state = 'late')`,
      assignee: sql<ListMember | null>`(
        select json_build_object('id', u.id, 'name', u.name) from users u where u.id = ${page.assigneeId})`,
      openHandover: sql<Move | null>`(
        select h.move from handovers h where ${ofReturn(sql`h`)} and h.done_at is null)`,
      isHighValue: sql<boolean>`coalesce(${isWorthMuch(page, { sellerId, at })}, false)`,
      lookers: lookersAt(ofReturn),
    })
    .from(page)
    .innerJoin(orders, and(eq(orders.sellerId, sellerId), eq(orders.id, page.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, sellerId), eq(channels.id, page.channelId)))
    .orderBy(direction(sortedBy), direction(page.id));
}
export type ReturnRow = Omit<Awaited<ReturnType<typeof readReturns>>[number], "key">;

type Asked = Seen & { sort: Sort };

const RETURN_LIST = listSql(RETURNS, {
  ...{ ...NARROWING, table: returns, id: returns.id, sort: SORTED },
  read: (tx, clauses, ctx: Asked) => readReturns(tx, clauses, ctx),
});

/** How many each of some filters finds, counted up to a limit, in one statement. */
export const countFilters = RETURN_LIST.counts;

const keyOf = (place: PageKey | null | undefined): ListKey | null =>
  place ? { at: [place.at], id: place.id, position: null } : null;

/** One page of a list by key, and whether there is more on either side. */
export async function listReturns(tx: Tx, sellerId: string, filter: ReturnFilter, request: PageRequest) {
  const { now, per, after, before } = request;
  const { sort } = filter;
  const view = { filter, sort, per, after: keyOf(after), before: keyOf(before) };
  const { rows, previous, next } = await RETURN_LIST.page(tx, { sellerId, at: now, sort }, view);
  return { rows, hasNext: next !== null, hasPrevious: previous !== null };
}

/** Where a return stands in a list: its neighbours, and counts up to a limit (1,001 means more). */
export async function findInQueue(
  { db, sellerId, now }: Pick<Ctx, "db" | "sellerId" | "now">,
  { returnId, filter }: { returnId: string; filter: ReturnFilter },
) {
  const { sort } = filter;
  const found = await withSeller(db, sellerId, (tx) =>
    RETURN_LIST.around(tx, { sellerId, at: now, sort }, { filter, sort }, returnId, COUNTED_AT_MOST),
  );
  if (!found) return null;
  const { isListed, earlier, ...rest } = found;
  /** Null where it is not of the list any more, or so far down that nobody counts. */
  return { ...rest, position: isListed && earlier < COUNTED_AT_MOST ? earlier + 1 : null };
}
export type QueuePlace = NonNullable<Awaited<ReturnType<typeof findInQueue>>>;

type SnapshotRequest = { snapshotAt: Date; excludedIds: readonly string[] };

/** What matched at an instant: deadlines are compared with it, and what came later, or moved here later, is left out. */
export const matchedAt = (sellerId: string, filter: ReturnFilter, { snapshotAt, excludedIds }: SnapshotRequest) =>
  and(
    matches(sellerId, filter, snapshotAt),
    lte(returns.createdAt, snapshotAt),
    lte(returns.statusChangedAt, snapshotAt),
    excludedIds.length > 0 ? notInArray(returns.id, [...excludedIds]) : undefined,
  );

/** The ids of all that matched, in the order of the list, up to a limit. */
export async function matchingReturns(
  tx: Tx,
  sellerId: string,
  filter: ReturnFilter,
  request: SnapshotRequest & { limit: number },
): Promise<string[]> {
  const rows = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(matchedAt(sellerId, filter, request))
    .orderBy(...orderOf(filter.sort))
    .limit(request.limit);
  return rows.map((row) => row.id);
}

/** How many matched, exactly: asked for when somebody selects them all, and never for a page. */
export const countMatching = (tx: Tx, sellerId: string, filter: ReturnFilter, request: SnapshotRequest) =>
  tx.$count(returns, matchedAt(sellerId, filter, request));
