import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders, returns, users } from "@/db/schema";
import type { DeadlineState } from "@/lib/policy/clocks/deadlines";
import { matchedAt } from "./returns-list";
import type { ReturnFilter } from "./shared/filter";

type ExportedLine = { reason: string; sku: string | null; title: string | null; quantity: number };
type Decision = { at: string; by: string | null };

/** Which returns, and the day and id of the last one read: both never change, so none is read twice or left out. */
type Asked = {
  scope: { ids: readonly string[] } | { filter: ReturnFilter; snapshotAt: Date; excludedIds: readonly string[] };
  isOldestFirst: boolean;
  after: { requestedOn: string; id: string } | null;
  limit: number;
};

const decisionOf = (sellerId: string) => sql<Decision | null>`(
  select json_build_object('at', e.at, 'by', e.actor_name) from events e
  where e.seller_id = ${sellerId} and e.return_id = returns.id and e.kind in ('authorize', 'close')
  order by e.id desc limit 1)`;

const linesOf = (sellerId: string) => sql<ExportedLine[]>`(
  select coalesce(json_agg(json_build_object('reason', l.reason, 'sku', o.sku, 'title', o.title, 'quantity', l.quantity)
    order by l.position), '[]')
  from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
  where l.seller_id = ${sellerId} and l.return_id = returns.id)`;

/** How the answer clock stands: the one that runs, else the last that ended. */
const answerOf = (sellerId: string) => sql<{ state: DeadlineState; dueAt: string } | null>`(
  select json_build_object('state', d.state, 'dueAt', d.due_at) from deadlines d
  where d.seller_id = ${sellerId} and d.return_id = returns.id and d.kind = 'answer'
  order by d.state = 'open' desc, d.due_at desc limit 1)`;

/** A part of an export, by the day of the request. */
export function listExported(tx: Tx, sellerId: string, { scope, isOldestFirst, after, limit }: Asked) {
  const meant: SQL | undefined =
    "ids" in scope
      ? and(eq(returns.sellerId, sellerId), inArray(returns.id, [...scope.ids]))
      : matchedAt(sellerId, scope.filter, scope);
  const [direction, beyond] = isOldestFirst ? [asc, sql`>`] : [desc, sql`<`];
  return tx
    .select({
      id: returns.id,
      number: returns.number,
      rma: returns.rma,
      channelRma: returns.channelRma,
      orderNumber: orders.number,
      channel: channels.name,
      status: returns.status,
      verdict: returns.verdict,
      lines: linesOf(sellerId),
      valueMinor: returns.valueMinor,
      currency: returns.currency,
      assignee: users.name,
      requestedOn: returns.requestedOn,
      nextDueAt: returns.nextDueAt,
      answer: answerOf(sellerId),
      decision: decisionOf(sellerId),
      closeReason: returns.closeReason,
    })
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .leftJoin(users, eq(users.id, returns.assigneeId))
    .where(
      and(
        meant,
        after
          ? sql`(${returns.requestedOn}, ${returns.id}) ${beyond} (${after.requestedOn}::date, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(direction(returns.requestedOn), direction(returns.id))
    .limit(limit);
}
export type ExportedReturn = Awaited<ReturnType<typeof listExported>>[number];
