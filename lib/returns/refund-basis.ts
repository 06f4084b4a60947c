import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rowsOf } from "@/db/rows-of";
import { channels, orders, returns } from "@/db/schema";
import { receivedOf } from "@/lib/parcels/received-units";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { Payer } from "@/lib/policy/judging/label-words";
import { HELD_IN, PAID } from "@/lib/policy/machines/refund/statuses";
import type { Status } from "@/lib/policy/machines/return/statuses";
import type { Condition } from "@/lib/policy/parcels/conditions";
import type { Recorded } from "@/lib/policy/parcels/differences";
import { mergeTerms } from "@/lib/policy/terms/merge-terms";
import { TERMS, type Terms } from "@/lib/policy/terms/rows";

/** Units of one line that lie on the shelf in one condition, and how many of them were refunded. */
type ReceivedOf = { condition: Condition; quantity: number; photos: number };
type RefundedOf = { condition: Condition | null; quantity: number };

export type BasisLine = {
  returnLineId: string;
  orderLineId: string;
  title: string | null;
  sku: string | null;
  reason: string;
  /** What was asked back and not closed meanwhile. */
  requested: number;
  orderedQuantity: number | null;
  priceMinor: number | null;
  received: ReceivedOf[];
  /** Of this line of the return, and of the order's line by anybody. */
  refunded: RefundedOf[];
  refundedOfOrder: number;
};

type BasisReturn = {
  status: Status;
  evaluation: Evaluation;
  label: { costMinor: number | null; currency: string | null; paidBy: Payer | null };
  terms: Terms[];
  lines: BasisLine[];
  /** What lies on the shelf, unit by unit, and why it is not what was asked back (P-11). */
  units: readonly { lineId: string | null; condition: Condition }[];
  difference: Recorded | null;
};

/** All that a refund is worked out from: of an order, and of a return where it is about one. */
export type RefundBasis = {
  currency: string;
  paidMinor: number | null;
  typedMinor: number | null;
  shippingMinor: number | null;
  heldMinor: number;
  refundedMinor: number;
  outsideMinor: number;
  shippingRefundedMinor: number;
  reportedMinor: number;
  request: BasisReturn | null;
};

const heldLines = (sellerId: string, of: SQL) => sql`from refund_lines f
  join refunds h on h.seller_id = f.seller_id and h.id = f.refund_id
  where f.seller_id = ${sellerId} and ${of} and h.state in ${HELD_IN}`;

const linesOf = (sellerId: string) =>
  rowsOf<BasisLine>(
    sql`l.id as "returnLineId", l.order_line_id as "orderLineId", o.title, o.sku, l.reason_key as reason,
      l.quantity - l.closed_quantity as requested, o.quantity as "orderedQuantity", o.amount_minor as "priceMinor",
      (select coalesce(json_agg(unit), '[]') from (
        select u.condition, count(*)::int as quantity, (select count(*)::int from unit_photos p
          join received_units v on v.seller_id = p.seller_id and v.id = p.unit_id
          where p.seller_id = ${sellerId} and v.line_id = l.id and v.condition = u.condition and v.taken_back_at is null) as photos
        from received_units u where u.seller_id = ${sellerId} and u.line_id = l.id and u.taken_back_at is null
        group by u.condition order by u.condition) unit) as received,
      (select coalesce(json_agg(gone), '[]') from (
        select f.condition, sum(f.quantity)::int as quantity ${heldLines(sellerId, sql`f.return_line_id = l.id`)}
        group by f.condition) gone) as refunded,
      (select coalesce(sum(f.quantity), 0)::int ${heldLines(sellerId, sql`f.order_line_id = l.order_line_id`)}) as "refundedOfOrder"`,
    sql`from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
      where l.seller_id = ${sellerId} and l.return_id = ${returns}.id order by l.position`,
  );

const termsOf = (sellerId: string) =>
  sql<Terms[]>`(
    select json_agg(p.terms) from policies p
    where p.seller_id = ${sellerId} and p.id in (${returns.orderPolicyId}, ${returns.requestPolicyId}))`.mapWith(
    (written: unknown[]) => written.map((terms) => TERMS.completed(terms)),
  );

const heldSum = (sellerId: string, what: SQL) =>
  sql<number>`(
  select coalesce(${what}, 0) from refunds h
  where h.seller_id = ${sellerId} and h.order_id = ${orders.id} and h.state in ${HELD_IN})`.mapWith(Number);

/** What was paid for an order, what goes back of it already, and what others say went back. */
export const orderMoney = (sellerId: string) => ({
  paidMinor: orders.paidMinor,
  shippingMinor: orders.shippingMinor,
  /** What somebody typed, where no file says it. */
  typedMinor: sql<number | null>`(
    select sum(p.amount_minor) from payments p
    where p.seller_id = ${sellerId} and p.order_id = ${orders.id} and p.source = 'person')`.mapWith(Number),
  heldMinor: heldSum(sellerId, sql`sum(h.amount_minor)`),
  refundedMinor: heldSum(sellerId, sql`sum(h.amount_minor) filter (where h.state = ${PAID})`),
  outsideMinor: heldSum(sellerId, sql`max(h.outside_minor)`),
  shippingRefundedMinor: heldSum(
    sellerId,
    sql`sum((select sum((step->>'amountMinor')::bigint) from jsonb_array_elements(h.quote->'steps') step
      where step->>'kind' = 'shipping'))`,
  ),
  reportedMinor: sql<number>`(
    select coalesce(sum(l.reported_refunded_minor), 0) from returns r
    join return_lines l on l.seller_id = r.seller_id and l.return_id = r.id
    where r.seller_id = ${sellerId} and r.order_id = ${orders.id})`.mapWith(Number),
});

/** What of a return its refund is worked out from, beside its judgement and its label. */
export const requestMoney = (sellerId: string) => ({ lines: linesOf(sellerId), terms: termsOf(sellerId) });

export type RefundOf = { orderId: string; returnId: string | null };

/** All that a refund of an order is worked out from; of a return too where it is about one. Null: there is no such thing. */
export const findRefundBasis = async (tx: Tx, sellerId: string, of: RefundOf) =>
  (await listRefundBases(tx, sellerId, [of]))[0] ?? null;

/** The same for many, each in its place. */
export async function listRefundBases(tx: Tx, sellerId: string, of: readonly RefundOf[]) {
  const rows = await tx
    .select({
      orderId: orders.id,
      channelId: orders.channelId,
      currency: orders.currency,
      ...orderMoney(sellerId),
    })
    .from(orders)
    // Beside another table the parts' columns keep their tables' names.
    .innerJoin(channels, and(eq(channels.sellerId, orders.sellerId), eq(channels.id, orders.channelId)))
    .where(
      and(
        eq(orders.sellerId, sellerId),
        inArray(
          orders.id,
          of.map(({ orderId }) => orderId),
        ),
      ),
    );
  const orderById = new Map(rows.map((row) => [row.orderId, row]));
  const returnIds = of.flatMap(({ returnId }) => returnId ?? []);
  const requests = returnIds.length === 0 ? [] : await listRequests(tx, sellerId, returnIds);
  const requestById = new Map(requests.map(({ id, orderId, ...request }) => [`${id} ${orderId}`, request]));
  return of.map(({ orderId, returnId }) => {
    const row = orderById.get(orderId);
    if (!row || returnId === null) return row ? { ...row, request: null } : null;
    const request = requestById.get(`${returnId} ${orderId}`);
    return request ? { ...row, request: request as BasisReturn } : null;
  });
}

const listRequests = (tx: Tx, sellerId: string, ids: readonly string[]) =>
  tx
    .select({
      id: returns.id,
      orderId: returns.orderId,
      status: returns.status,
      evaluation: returns.evaluation,
      label: { costMinor: returns.labelCostMinor, currency: returns.labelCurrency, paidBy: returns.labelPaidBy },
      ...receivedOf(sellerId),
      ...requestMoney(sellerId),
    })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));

/** The terms of the order and those of the request, the more generous of each (P-10). */
export const boundTerms = ([first, second]: readonly Terms[]): Terms | null =>
  first ? (second ? mergeTerms(first, second) : first) : null;
