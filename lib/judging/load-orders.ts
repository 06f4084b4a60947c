import { and, asc, eq, inArray, type SQLWrapper, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orders, returns } from "@/db/schema";
import { type ChannelRules, listSkuRules } from "@/lib/channels/channel-rules";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { OrderItem, OrderRequest, OrderToJudge } from "@/lib/policy/judging/facts-of";
import type { SkuRule } from "@/lib/policy/terms/sku-rule";

export type Loaded = { orders: ReadonlyMap<string, OrderToJudge>; skuRules: ReadonlyMap<string, SkuRule> };
/** A request that nobody has decided, locked, as it was judged last. */
export type Undecided = { id: string; orderId: string; evaluation: Evaluation; valueMinor: number | null };

// Named in full: in a select from one table drizzle drops the table's name from a column.
const itemsOf = (sellerId: string) => sql<OrderItem[]>`(
  select coalesce(json_agg(json_build_object(
    'id', l.id, 'sku', l.sku, 'asin', l.asin, 'category', l.category, 'quantity', l.quantity,
    'amountMinor', l.amount_minor, 'hasFreeReturn', l.has_free_return) order by l.id), '[]')
  from order_lines l where l.seller_id = ${sellerId} and l.order_id = orders.id)`;

const requestsOf = (sellerId: string, { programme }: ChannelRules) => {
  // Judgements are large: whether one says free is read only where it can.
  const isFree =
    programme === "free_return" ? sql`coalesce(r.evaluation->'label'->>'paidBy' = 'marketplace', false)` : sql`false`;
  return sql<OrderRequest[]>`(
  select coalesce(json_agg(json_build_object(
    'id', r.id, 'status', r.status, 'requestedOn', r.requested_on, 'requestedAt', r.requested_at, 'isFree', ${isFree},
    'reported', r.reported,
    'lines', (select coalesce(json_agg(json_build_object(
      'orderLineId', rl.order_line_id, 'reason', rl.reason, 'quantity', greatest(rl.quantity - rl.closed_quantity, 0)) order by rl.position), '[]')
      from return_lines rl where rl.seller_id = ${sellerId} and rl.return_id = r.id)
  ) order by r.id), '[]')
  from returns r where r.seller_id = ${sellerId} and r.order_id = orders.id)`.mapWith((rows: OrderRequest[]) =>
    rows.map((row) => ({ ...row, requestedAt: row.requestedAt && new Date(row.requestedAt) })),
  );
};

/** Orders with all that judging a request about them looks at: the one loader of facts. */
export async function loadOrders(
  tx: Tx,
  { sellerId, channel }: { sellerId: string; channel: ChannelRules },
  orderIds: readonly string[],
): Promise<Loaded> {
  if (orderIds.length === 0) return { orders: new Map(), skuRules: new Map() };
  const rows: OrderToJudge[] = await tx
    .select({
      id: orders.id,
      currency: orders.currency,
      orderedOn: orders.orderedOn,
      promisedOn: orders.promisedOn,
      deliveredOn: orders.deliveredOn,
      shippedOn: orders.shippedOn,
      outbound: orders.outbound,
      isCancelled: orders.isCancelled,
      cancelledOn: orders.cancelledOn,
      shipCountry: orders.shipCountry,
      items: itemsOf(sellerId),
      requests: requestsOf(sellerId, channel),
    })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), inArray(orders.id, [...new Set(orderIds)])))
    .orderBy(asc(orders.id));
  const skus = rows.flatMap(({ items }) => items.map(({ sku }) => sku));
  const skuRules = await listSkuRules(tx, sellerId, channel.id, skus);
  return { orders: new Map(rows.map((row) => [row.id, row])), skuRules };
}

/** Takes the undecided returns of these orders, by id: nobody decides one while it is judged. */
export async function lockUndecided(tx: Tx, sellerId: string, orderIds: readonly string[]): Promise<Undecided[]> {
  if (orderIds.length === 0) return [];
  return tx
    .select({
      id: returns.id,
      orderId: returns.orderId,
      evaluation: returns.evaluation,
      valueMinor: returns.valueMinor,
    })
    .from(returns)
    .where(
      and(
        eq(returns.sellerId, sellerId),
        inArray(returns.orderId, [...new Set(orderIds)]),
        eq(returns.tab, "authorization_required"),
      ),
    )
    .orderBy(asc(returns.id))
    .for("update");
}

/** Takes one order: whoever brings a request or a fact of it waits for the other. */
export async function lockOrder(tx: Tx, sellerId: string, orderId: SQLWrapper | string) {
  const [order] = await tx
    .select({
      id: orders.id,
      channelId: orders.channelId,
      number: orders.number,
      orderedOn: orders.orderedOn,
      deliveredOn: orders.deliveredOn,
      outbound: orders.outbound,
      currency: orders.currency,
      buyerName: orders.buyerName,
    })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)))
    .for("update");
  return order ?? null;
}

/** The undecided returns of the orders that these returns are of, by id. */
export async function listUndecidedOfOrders(tx: Tx, sellerId: string, ids: readonly string[]): Promise<string[]> {
  const theirs = tx
    .select({ orderId: returns.orderId })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));
  const rows = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(
      and(eq(returns.sellerId, sellerId), eq(returns.tab, "authorization_required"), inArray(returns.orderId, theirs)),
    )
    .orderBy(asc(returns.id));
  return rows.map(({ id }) => id);
}
