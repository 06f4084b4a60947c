import { isDeepStrictEqual } from "node:util";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orders, payments, refundParts, refunds } from "@/db/schema";
import { inputRows, insertionIfAny, writeTogether } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import type { Acting } from "@/lib/platform/ctx";
import { HELD_IN } from "@/lib/policy/machines/refund/statuses";
import { sharesOf } from "@/lib/policy/money/shares";
import { type OrderTender, paymentsOf, settledPayments } from "@/lib/policy/money/tenders";
import { postings } from "./refund-store";

type Typed = { amountMinor: number; by: string } | null;

const paymentColumns = {
  ...{ id: payments.id, tender: payments.tender, reference: payments.reference },
  ...{ amountMinor: payments.amountMinor, refundedMinor: payments.refundedMinor },
};

const selectPayments = (tx: Tx, sellerId: string, orderIds: readonly string[]) =>
  tx
    .select({ ...paymentColumns, orderId: payments.orderId })
    .from(payments)
    .where(and(eq(payments.sellerId, sellerId), inArray(payments.orderId, [...orderIds])))
    .orderBy(asc(payments.createdAt), asc(payments.id));

type Payment = Omit<Awaited<ReturnType<typeof selectPayments>>[number], "orderId">;

/** What files say was paid and by what, else what somebody types; null: nobody says it. */
const wantedOf = (order: { paidMinor: number | null; tenders: readonly OrderTender[] }, typed: Typed) =>
  order.paidMinor !== null
    ? { parts: paymentsOf(order.paidMinor, order.tenders), source: "file" as const, typedBy: null }
    : typed && { parts: paymentsOf(typed.amountMinor, []), source: "person" as const, typedBy: typed.by };

/**
 * The payments of orders, locked with them: whoever refunds one of them meanwhile waits here. What files say was paid, and
 * by what, is taken over each time; `typed` stands where none does. What was settled before anybody knew what was paid
 * counts as refunded.
 */
export async function lockPaymentsOf(tx: Tx, acting: Acting, of: readonly { orderId: string; typed: Typed }[]) {
  const { sellerId, now } = acting;
  const orderIds = of.map(({ orderId }) => orderId);
  const rows = await tx
    .select({ id: orders.id, paidMinor: orders.paidMinor, tenders: orders.tenders, currency: orders.currency })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), inArray(orders.id, orderIds)))
    .orderBy(asc(orders.id))
    .for("no key update");
  const known = await selectPayments(tx, sellerId, orderIds).for("update");
  const without = rows.filter(({ id }) => !known.some(({ orderId }) => orderId === id)).map(({ id }) => id);
  const held = await heldOf(tx, sellerId, without);
  const typedOf = new Map(of.map(({ orderId, typed }) => [orderId, typed]));
  const knownOf = new Map<string, Payment[]>();
  for (const { orderId, ...payment } of known) knownOf.set(orderId, [...(knownOf.get(orderId) ?? []), payment]);
  const settled = rows.map((order) => {
    const { id: orderId, currency } = order;
    const existing = knownOf.get(orderId) ?? [];
    const wanted = wantedOf(order, typedOf.get(orderId) ?? null);
    if (!wanted || (existing.length > 0 && wanted.source === "person"))
      return { orderId, currency, locked: existing, changed: [], fresh: [] };
    const { kept, added } = settledPayments(existing, wanted.parts);
    let left = held.get(orderId) ?? 0;
    const fresh = added.map((part): Payment => {
      const refundedMinor = Math.min(left, part.amountMinor);
      left -= refundedMinor;
      return { ...part, id: newId(), refundedMinor };
    });
    const { source, typedBy } = wanted;
    return {
      ...{ orderId, currency, locked: [...kept, ...fresh] },
      changed: kept.filter((row, at) => !isDeepStrictEqual(row, existing[at])),
      fresh: fresh.map((part) => ({ ...part, sellerId, orderId, currency, source, typedBy, createdAt: now })),
    };
  });
  const changed = settled.flatMap((order) => order.changed);
  if (changed.length > 0)
    await tx.execute(sql`update payments p set tender = input.tender, reference = input.reference,
        amount_minor = input.amount_minor, source = 'file', typed_by = null
      from ${inputRows(changed, "id uuid, tender text, reference text, amount_minor bigint")}
      where p.seller_id = ${sellerId} and p.id = input.id`);
  await writeTogether(tx, [
    insertionIfAny(
      payments,
      settled.flatMap((order) => order.fresh),
    ),
  ]);
  await postPaid(tx, acting, settled);
  return new Map(settled.map(({ orderId, locked }) => [orderId, locked]));
}

/** The same of one order, which is there. */
export const lockPayments = async (tx: Tx, acting: Acting, orderId: string, typed: Typed): Promise<Locked> =>
  (await lockPaymentsOf(tx, acting, [{ orderId, typed }])).get(orderId) ?? [];

/** The payments of an order as they would be locked; nothing is written. */
export async function foreseePayments(tx: Tx, sellerId: string, orderId: string, typed: Typed): Promise<Payment[]> {
  const [order] = await tx
    .select({ paidMinor: orders.paidMinor, tenders: orders.tenders })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)));
  const existing = await selectPayments(tx, sellerId, [orderId]);
  const wanted = order && wantedOf(order, typed);
  if (!wanted || (existing.length > 0 && wanted.source === "person")) return existing;
  const { kept, added } = settledPayments(existing, wanted.parts);
  return [...kept, ...added.map((part) => ({ ...part, id: newId(), refundedMinor: 0 }))];
}

/** What refunds hold of orders that have no payments yet. */
async function heldOf(tx: Tx, sellerId: string, orderIds: readonly string[]): Promise<Map<string, number>> {
  if (orderIds.length === 0) return new Map();
  const rows = await tx
    .select({
      orderId: refunds.orderId,
      minor: sql<number>`coalesce(sum(${refunds.amountMinor}), 0)`.mapWith(Number),
    })
    .from(refunds)
    .where(
      and(
        ...[eq(refunds.sellerId, sellerId), inArray(refunds.orderId, [...orderIds])],
        inArray(refunds.state, HELD_IN),
      ),
    )
    .groupBy(refunds.orderId);
  return new Map(rows.map(({ orderId, minor }) => [orderId, minor]));
}

type Locked = readonly Payment[];
type Settled = { orderId: string; currency: string; locked: Locked };

/** The books say as paid what the payments say. */
async function postPaid(tx: Tx, { sellerId, now }: Acting, of: readonly Settled[]): Promise<void> {
  const posted = await tx.execute<{ order_id: string; minor: string }>(sql`
    select e.order_id, sum(case e.cause when 'paid' then e.amount_minor else -e.amount_minor end) as minor
    from ${inputRows(
      of.map(({ orderId }) => ({ id: orderId })),
      "id uuid",
    )}
    join ledger e on e.seller_id = ${sellerId} and e.order_id = input.id
    where e.cause in ('paid', 'corrected') group by e.order_id`);
  const before = new Map(posted.map(({ order_id, minor }) => [order_id, Number(minor)]));
  const entries = of.flatMap(({ orderId, currency, locked }) => {
    const more = locked.reduce((sum, { amountMinor }) => sum + amountMinor, 0) - (before.get(orderId) ?? 0);
    const cause = more > 0 ? ("paid" as const) : ("corrected" as const);
    return more === 0 ? [] : [{ orderId, currency, refundId: null, cause, amountMinor: Math.abs(more) }];
  });
  await writeTogether(tx, [postings(sellerId, now, entries)]);
}

/** Of which payments a refund is made: of each as much of it as is left there, to the last minor unit. */
export const partsOf = (locked: Locked, amountMinor: number): { paymentId: string; amountMinor: number }[] => {
  const shares = sharesOf(
    amountMinor,
    locked.map((payment) => payment.amountMinor - payment.refundedMinor),
  );
  return locked.flatMap(({ id: paymentId }, at) => {
    const share = shares[at] ?? 0;
    return share > 0 ? [{ paymentId, amountMinor: share }] : [];
  });
};

type Parts = ReturnType<typeof partsOf>;

/** Keeps of which payments a refund is made. */
export const keepParts = (sellerId: string, refundId: string, parts: Parts) =>
  keepPartsOf(sellerId, [{ refundId, parts }]);

/** The same for many. */
export const keepPartsOf = (sellerId: string, of: readonly { refundId: string; parts: Parts }[]) =>
  insertionIfAny(
    refundParts,
    of.flatMap(({ refundId, parts }) => parts.map((part) => ({ sellerId, refundId, ...part }))),
  );

/** Takes refunds' parts off what is left of their payments, unless somebody has taken it; whether it was all there. */
export async function holdParts(tx: Tx, sellerId: string, parts: Parts): Promise<boolean> {
  const held = await tx.execute(sql`update payments p set refunded_minor = p.refunded_minor + input.amount_minor
    from ${inputRows(parts, "payment_id uuid, amount_minor bigint")}
    where p.seller_id = ${sellerId} and p.id = input.payment_id and p.refunded_minor + input.amount_minor <= p.amount_minor
    returning p.id`);
  return held.length === parts.length;
}
