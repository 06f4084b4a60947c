import { and, asc, desc, eq, lte, notInArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders, returns } from "@/db/schema";
import { paidBy } from "@/lib/orders/paid-by";
import type { Consequence, DeadlineKind, Party } from "@/lib/policy/clocks/deadlines";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import type { Move } from "@/lib/policy/machines/return/move-names";
import type { ListMember } from "@/lib/presence/presence";
import { lookersAt } from "@/lib/presence/presence";
import { matches } from "./returns-filter";
import type { ReturnFilter, Sort } from "./shared/filter";

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
const SHOWN_WORDS = 600;

type Order = { column: typeof returns.dueSort | typeof returns.requestedOn; type: SQL; isDescending: boolean };
const ORDER: Record<Sort, Order> = {
  due: { column: returns.dueSort, type: sql`timestamptz`, isDescending: false },
  "-due": { column: returns.dueSort, type: sql`timestamptz`, isDescending: true },
  requested: { column: returns.requestedOn, type: sql`date`, isDescending: false },
  "-requested": { column: returns.requestedOn, type: sql`date`, isDescending: true },
};

/** The list's order with the id as tie-break; backwards for the page before a key. */
export function orderOf(sort: Sort, isBackwards = false) {
  const { column, isDescending } = ORDER[sort];
  const direction = isDescending === isBackwards ? asc : desc;
  return [direction(column), direction(returns.id)] as const;
}

function beyond(sort: Sort, { after, before }: Pick<PageRequest, "after" | "before">): SQL | undefined {
  const key = after ?? before;
  if (!key) return undefined;
  const { column, type, isDescending } = ORDER[sort];
  const isGreater = Boolean(after) !== isDescending;
  return sql`(${column}, ${returns.id}) ${isGreater ? sql`>` : sql`<`} (${key.at}::${type}, ${key.id}::uuid)`;
}

/** One page of a list by key, and whether there is more on either side. */
export async function listReturns(tx: Tx, sellerId: string, filter: ReturnFilter, request: PageRequest) {
  const { now, per, after, before } = request;
  const isBackwards = !after && Boolean(before);
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
      labelKind: returns.labelKind,
      labelPaidBy: paidBy.as("label_paid_by"),
      carrier: sql<string | null>`${returns.reported}->>'carrier'`.as("carrier"),
      trackingNumber: sql<string | null>`${returns.reported}->>'trackingNumber'`.as("tracking_number"),
      closeReason: returns.closeReason,
      closeReasonLabels: returns.closeReasonLabels,
      assigneeId: returns.assigneeId,
      dueSort: returns.dueSort,
    })
    .from(returns)
    .where(and(matches(sellerId, filter, now), beyond(filter.sort, request)))
    .orderBy(...orderOf(filter.sort, isBackwards))
    .limit(per + 1)
    .as("page");
  const ofReturn = (table: SQL) => sql`${table}.seller_id = ${sellerId} and ${table}.return_id = ${page.id}`;
  const sortedBy = filter.sort.endsWith("due") ? page.dueSort : page.requestedOn;
  const direction = ORDER[filter.sort].isDescending ? desc : asc;
  const rows = await tx
    .select({
      ...page._.selectedFields,
      orderNumber: orders.number,
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
      lookers: lookersAt(ofReturn),
    })
    .from(page)
    .innerJoin(orders, and(eq(orders.sellerId, sellerId), eq(orders.id, page.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, sellerId), eq(channels.id, page.channelId)))
    .orderBy(direction(sortedBy), direction(page.id));
  const hasMore = rows.length > per;
  const shown = isBackwards ? rows.slice(hasMore ? 1 : 0) : rows.slice(0, per);
  return {
    rows: shown,
    hasNext: isBackwards || hasMore,
    hasPrevious: isBackwards ? hasMore : Boolean(after),
  };
}

export type ReturnRow = Awaited<ReturnType<typeof listReturns>>["rows"][number];

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
