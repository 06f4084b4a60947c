import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orders, returns } from "@/db/schema";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { Outbound } from "@/lib/policy/judging/facts";
import type { Status } from "@/lib/policy/machines/return/statuses";
import type { MarketplaceRecord } from "@/lib/policy/marketplace-record";
import type { OrderTender } from "@/lib/policy/money/tenders";

export type KnownOrderLine = {
  id: string;
  itemId: string | null;
  sku: string | null;
  asin: string | null;
  title: string | null;
  category: string | null;
  quantity: number | null;
  amountMinor: number | null;
  hasFreeReturn: boolean | null;
};

export type KnownReturnLine = {
  id: string;
  orderLineId: string;
  position: number;
  reason: string;
  quantity: number;
  reportedRefundedMinor: number | null;
};

export type KnownReturn = {
  id: string;
  channelRma: string | null;
  status: Status;
  requestedOn: string;
  /** ISO instant. */
  requestedAt: string | null;
  valueMinor: number | null;
  reportedStatus: string | null;
  reported: MarketplaceRecord | null;
  isDisputed: boolean;
  openHandover: string | null;
  lines: KnownReturnLine[];
};

/** All that a file can meet of one order: its facts, its lines and its returns, oldest first. */
export type KnownOrder = {
  id: string;
  number: string;
  orderedOn: string;
  promisedOn: string | null;
  deliveredOn: string | null;
  shippedOn: string | null;
  outbound: Outbound | null;
  isCancelled: boolean;
  cancelledOn: string | null;
  shipCountry: string | null;
  paidMinor: number | null;
  shippingMinor: number | null;
  tenders: OrderTender[];
  currency: string;
  isCurrencyAssumed: boolean;
  buyerName: string | null;
  buyerEmail: string | null;
  /** As the database writes it, to the microsecond; null: the order is new. */
  updatedAt: string | null;
  lines: KnownOrderLine[];
  returns: KnownReturn[];
};

// Named in full: in a select from one table drizzle drops the table's name from a column.
const linesOf = (sellerId: string) => sql<KnownOrderLine[]>`(
  select coalesce(json_agg(json_build_object(
    'id', l.id, 'itemId', l.item_id, 'sku', l.sku, 'asin', l.asin, 'title', l.title, 'category', l.category,
    'quantity', l.quantity, 'amountMinor', l.amount_minor,
    'hasFreeReturn', l.has_free_return) order by l.id), '[]')
  from order_lines l where l.seller_id = ${sellerId} and l.order_id = orders.id
)`;

const returnsOfOrder = (sellerId: string) =>
  sql<KnownReturn[]>`(
  select coalesce(json_agg(json_build_object(
    'id', r.id, 'channelRma', r.channel_rma, 'status', r.status, 'requestedOn', r.requested_on,
    'requestedAt', r.requested_at, 'valueMinor', r.value_minor, 'reportedStatus', r.reported_status,
    'reported', r.reported, 'isDisputed', r.is_disputed,
    'openHandover', (select h.move from handovers h
      where h.seller_id = ${sellerId} and h.return_id = r.id and h.done_at is null),
    'lines', (select coalesce(json_agg(json_build_object(
      'id', rl.id, 'orderLineId', rl.order_line_id, 'position', rl.position, 'reason', rl.reason,
      'quantity', rl.quantity, 'reportedRefundedMinor', rl.reported_refunded_minor) order by rl.position), '[]')
      from return_lines rl where rl.seller_id = ${sellerId} and rl.return_id = r.id)
  ) order by r.id), '[]')
  from returns r where r.seller_id = ${sellerId} and r.order_id = orders.id
)`.mapWith((rows: KnownReturn[]) =>
    rows.map((row) => ({ ...row, requestedAt: row.requestedAt && new Date(row.requestedAt).toISOString() })),
  );

/** What is known of these orders of a channel, by order number. */
export async function listImportWorld(
  tx: Tx,
  sellerId: string,
  channelId: string,
  numbers: readonly string[],
): Promise<Map<string, KnownOrder>> {
  const rows = await tx
    .select({
      id: orders.id,
      number: orders.number,
      orderedOn: orders.orderedOn,
      promisedOn: orders.promisedOn,
      deliveredOn: orders.deliveredOn,
      shippedOn: orders.shippedOn,
      outbound: orders.outbound,
      isCancelled: orders.isCancelled,
      cancelledOn: orders.cancelledOn,
      shipCountry: orders.shipCountry,
      paidMinor: orders.paidMinor,
      shippingMinor: orders.shippingMinor,
      tenders: orders.tenders,
      currency: orders.currency,
      isCurrencyAssumed: orders.isCurrencyAssumed,
      buyerName: orders.buyerName,
      buyerEmail: orders.buyerEmail,
      updatedAt: sql<string>`orders.updated_at::text`,
      lines: linesOf(sellerId),
      returns: returnsOfOrder(sellerId),
    })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.channelId, channelId), inArray(orders.number, [...numbers])));
  return new Map(rows.map((row) => [row.number, row]));
}

/** Takes the returns of these orders in id order, so that nobody decides them while a report is compared with them. */
export async function lockReturnsOfOrders(
  tx: Tx,
  sellerId: string,
  channelId: string,
  numbers: readonly string[],
): Promise<void> {
  const found = tx
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.channelId, channelId), inArray(orders.number, [...numbers])));
  await tx
    .select({ id: returns.id })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.orderId, found)))
    .orderBy(asc(returns.id))
    .for("update");
}

/** What was judged of these returns; large, and therefore read only of those that a report changes. */
export async function listEvaluations(
  tx: Tx,
  sellerId: string,
  ids: readonly string[],
): Promise<Map<string, { evaluation: Evaluation; status: Status }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: returns.id, evaluation: returns.evaluation, status: returns.status })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));
  return new Map(rows.map((row) => [row.id, row]));
}
