import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, events, orders, returns } from "@/db/schema";
import { lockOrder } from "@/lib/judging/load-orders";
import { eitherOf } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import { firstTitleOf } from "@/lib/orders/first-title";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";
import type { Consequence, DeadlineKind, Party } from "@/lib/policy/clocks/deadlines";
import type { Outbound } from "@/lib/policy/judging/facts";

type Deadline = { kind: DeadlineKind; dueAt: Date; isApproximate: boolean; party: Party; consequence: Consequence };
type DeadlineJson = Omit<Deadline, "dueAt"> & { dueAt: string };

const deadline = (sellerId: string) =>
  sql<Deadline | null>`(
  select json_build_object('kind', d.kind, 'dueAt', d.due_at, 'isApproximate', d.is_approximate, 'party', d.party,
    'consequence', d.consequence)
  from deadlines d where d.seller_id = ${sellerId} and d.return_id = ${returns.id} and d.state = 'open'
  order by d.due_at, d.id limit 1
)`.mapWith((found: DeadlineJson): Deadline => ({ ...found, dueAt: new Date(found.dueAt) }));

/** Whether somebody has written to the buyer from here and not taken it back (S3-10). */
const hasWritten = (sellerId: string) =>
  sql<boolean>`exists (
  select from outbox o where o.seller_id = ${sellerId} and o.return_id = ${returns.id}
    and o.kind = 'buyer.message' and o.state <> 'cancelled')`;

const lineCount = (sellerId: string) =>
  sql<number>`(
  select count(*)::int from return_lines l where l.seller_id = ${sellerId} and l.return_id = ${returns.id})`;

/** What the forwarder still has, and is asked about; what is on its way already. */
export const FORWARDER_TABS = ["ask", "on_its_way"] as const;
export type ForwarderTab = (typeof FORWARDER_TABS)[number];
export const OUTBOUND_OF = { ask: "not_handed_over", on_its_way: "on_its_way" } as const satisfies Record<
  ForwarderTab,
  Outbound
>;

const readTasks = (tx: Tx, { where, orderBy, limit, key }: Clauses, { sellerId }: { sellerId: string }) =>
  tx
    .select({
      key,
      id: returns.id,
      number: returns.number,
      requestedOn: returns.requestedOn,
      requestedAt: returns.requestedAt,
      valueMinor: returns.valueMinor,
      currency: returns.currency,
      itemName: firstTitleOf(sellerId),
      lineCount: lineCount(sellerId),
      orderNumber: orders.number,
      orderedOn: orders.orderedOn,
      shippedOn: orders.shippedOn,
      buyerName: orders.buyerName,
      channel: { name: channels.name, mode: channels.mode, marketplace: channels.marketplace },
      deadline: deadline(sellerId),
      hasWritten: hasWritten(sellerId),
    })
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
export type OutboundTask = Omit<Awaited<ReturnType<typeof readTasks>>[number], "key">;

/** Undecided returns whose parcel is in one place, by next deadline. */
export const OUTBOUND_TASKS = list<OutboundTask>()({
  filter: { show: eitherOf(FORWARDER_TABS) },
  columns: {
    order: { value: ({ orderNumber }) => orderNumber },
    channel: { value: ({ channel }) => channel.name },
    return: { value: ({ number }) => `R-${number}` },
    item: { value: ({ itemName }) => itemName },
    items: { value: ({ lineCount: lines }) => lines },
    buyer: { value: ({ buyerName }) => buyerName },
    ordered_on: { value: ({ orderedOn }) => orderedOn },
    shipped_on: { value: ({ shippedOn }) => shippedOn },
    requested_on: { value: ({ requestedOn }) => requestedOn },
    value: {
      value: ({ valueMinor, currency }) => (valueMinor === null ? null : { amountMinor: valueMinor, currency }),
    },
    currency: { value: ({ currency }) => currency },
    answer_by: { value: ({ deadline: next }) => next?.dueAt ?? null, sort: "instant" },
    buyer_written_to: { value: (task) => (task.hasWritten ? "yes" : "no") },
  },
  sort: (_filter) => "answer_by",
  sizes: [50],
});

/** More than this is not counted. */
export const TASKS_COUNTED_AT_MOST = 1000;

export const OUTBOUND_LIST = listSql(OUTBOUND_TASKS, {
  table: returns,
  id: returns.id,
  base: ({ sellerId }) => and(eq(returns.sellerId, sellerId), eq(returns.tab, "authorization_required")),
  filter: { show: (show) => eq(returns.outbound, OUTBOUND_OF[show]) },
  sort: { answer_by: returns.dueSort },
  read: readTasks,
});

/** The order of a return, locked for whoever says where its parcel is; null when it is not the seller's. */
export const lockOrderOfReturn = (tx: Tx, sellerId: string, returnId: string) =>
  lockOrder(
    tx,
    sellerId,
    sql`(select r.order_id from returns r where r.seller_id = ${sellerId} and r.id = ${returnId})`,
  );

/** Who said last where the parcel of a return is; null where nobody did. */
export async function findLastAnswer(tx: Tx, sellerId: string, returnId: string) {
  const [row] = await tx
    .select({ name: events.actorName, at: events.at })
    .from(events)
    .where(
      and(
        eq(events.sellerId, sellerId),
        eq(events.returnId, returnId),
        eq(events.kind, "forwarder_answered"),
        isNull(events.fromStatus),
      ),
    )
    .orderBy(desc(events.id))
    .limit(1);
  return row ?? null;
}
