import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, events, orders, returns } from "@/db/schema";
import { lockOrder } from "@/lib/judging/load-orders";
import { firstTitle } from "@/lib/orders/first-title";
import type { Consequence, DeadlineKind, Party } from "@/lib/policy/clocks/deadlines";
import type { Outbound } from "@/lib/policy/judging/facts";

/** A place in the list: the next deadline as it is written, and the return. */
export type ForwarderKey = { at: string; id: string };

type Deadline = { kind: DeadlineKind; dueAt: Date; isApproximate: boolean; party: Party; consequence: Consequence };
type DeadlineJson = Omit<Deadline, "dueAt"> & { dueAt: string };

const deadline = sql<Deadline | null>`(
  select json_build_object('kind', d.kind, 'dueAt', d.due_at, 'isApproximate', d.is_approximate, 'party', d.party,
    'consequence', d.consequence)
  from deadlines d where d.seller_id = ${returns.sellerId} and d.return_id = ${returns.id} and d.state = 'open'
  order by d.due_at, d.id limit 1
)`.mapWith((found: DeadlineJson): Deadline => ({ ...found, dueAt: new Date(found.dueAt) }));

/** Whether somebody has written to the buyer from here and not taken it back (S3-10). */
const hasWritten = sql<boolean>`exists (
  select from outbox o where o.seller_id = ${returns.sellerId} and o.return_id = ${returns.id}
    and o.kind = 'buyer.message' and o.state <> 'cancelled')`;

const lineCount = sql<number>`(
  select count(*)::int from return_lines l where l.seller_id = ${returns.sellerId} and l.return_id = ${returns.id})`;

type Page = { outbound: Outbound; limit: number; after: ForwarderKey | null; before: ForwarderKey | null };

/** Undecided returns whose parcel is in this place, by next deadline: one page and one row more. */
export async function listOutboundTasks(tx: Tx, sellerId: string, { outbound, limit, after, before }: Page) {
  const isBackwards = !after && before !== null;
  const key = after ?? before;
  const direction = sql.raw(isBackwards ? "desc" : "asc");
  const rows = await tx
    .select({
      id: returns.id,
      number: returns.number,
      dueSort: returns.dueSort,
      requestedOn: returns.requestedOn,
      requestedAt: returns.requestedAt,
      valueMinor: returns.valueMinor,
      currency: returns.currency,
      itemName: firstTitle,
      lineCount,
      orderNumber: orders.number,
      orderedOn: orders.orderedOn,
      shippedOn: orders.shippedOn,
      buyerName: orders.buyerName,
      channel: { name: channels.name, mode: channels.mode, marketplace: channels.marketplace },
      deadline,
      hasWritten,
    })
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(
      and(
        eq(returns.sellerId, sellerId),
        eq(returns.tab, "authorization_required"),
        eq(returns.outbound, outbound),
        key
          ? sql`(${returns.dueSort}, ${returns.id}) ${sql.raw(isBackwards ? "<" : ">")} (${key.at}::timestamptz, ${key.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(sql`${returns.dueSort} ${direction}, ${returns.id} ${direction}`)
    .limit(limit + 1);
  return isBackwards ? rows.reverse() : rows;
}
export type OutboundTask = Awaited<ReturnType<typeof listOutboundTasks>>[number];

const COUNTED_AT_MOST = 1000;

/** How many wait in either place, counted up to 1,000. */
export async function countOutboundTasks(tx: Tx, sellerId: string): Promise<Record<"ask" | "on_its_way", number>> {
  const some = (outbound: Outbound) => sql<number>`(select count(*)::int from (
    select from returns r where r.seller_id = ${sellerId} and r.tab = 'authorization_required' and r.outbound = ${outbound}
    limit ${COUNTED_AT_MOST}) x)`;
  const [row] = await tx.execute<{ ask: number; on_its_way: number }>(
    sql`select ${some("not_handed_over")} as ask, ${some("on_its_way")} as on_its_way`,
  );
  return { ask: row?.ask ?? 0, on_its_way: row?.on_its_way ?? 0 };
}

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
