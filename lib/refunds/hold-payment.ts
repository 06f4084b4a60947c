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

const selectPayments = (tx: Tx, sellerId: string, orderId: string) =>
  tx
    .select(paymentColumns)
    .from(payments)
    .where(and(eq(payments.sellerId, sellerId), eq(payments.orderId, orderId)))
    .orderBy(asc(payments.createdAt), asc(payments.id));

type Payment = Awaited<ReturnType<typeof selectPayments>>[number];

/** What files say was paid and by what, else what somebody types; null: nobody says it. */
const wantedOf = (order: { paidMinor: number | null; tenders: readonly OrderTender[] }, typed: Typed) =>
  order.paidMinor !== null
    ? { parts: paymentsOf(order.paidMinor, order.tenders), source: "file" as const, typedBy: null }
    : typed && { parts: paymentsOf(typed.amountMinor, []), source: "person" as const, typedBy: typed.by };

/**
 * The payments of an order, locked with it: whoever refunds the same order meanwhile waits here. What files say was paid, and
 * by what, is taken over each time; `typed` stands where none does. What was settled before anybody knew what was paid
 * counts as refunded.
 */
export async function lockPayments(tx: Tx, { sellerId, now }: Acting, orderId: string, typed: Typed) {
  const [order] = await tx
    .select({ paidMinor: orders.paidMinor, tenders: orders.tenders, currency: orders.currency })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)))
    .for("no key update");
  if (!order) throw new Error("an order that is gone");
  const { currency } = order;
  const existing = await selectPayments(tx, sellerId, orderId).for("update");
  const wanted = wantedOf(order, typed);
  const isNew = existing.length === 0;
  if (!wanted || (!isNew && wanted.source === "person"))
    return postPaid(tx, { sellerId, now }, { orderId, currency }, existing);
  const { kept, added } = settledPayments(existing, wanted.parts);
  let held = isNew ? await heldOf(tx, sellerId, orderId) : 0;
  const fresh = added.map((part): Payment => {
    const refundedMinor = Math.min(held, part.amountMinor);
    held -= refundedMinor;
    return { ...part, id: newId(), refundedMinor };
  });
  const changed = kept.filter((row, at) => !isDeepStrictEqual(row, existing[at]));
  if (changed.length > 0)
    await tx.execute(sql`update payments p set tender = input.tender, reference = input.reference,
        amount_minor = input.amount_minor, source = 'file', typed_by = null
      from ${inputRows(changed, "id uuid, tender text, reference text, amount_minor bigint")}
      where p.seller_id = ${sellerId} and p.id = input.id`);
  const { source, typedBy } = wanted;
  await writeTogether(tx, [
    insertionIfAny(
      payments,
      fresh.map((part) => ({ sellerId, orderId, currency, source, typedBy, createdAt: now, ...part })),
    ),
  ]);
  return postPaid(tx, { sellerId, now }, { orderId, currency }, [...kept, ...fresh]);
}

/** The payments of an order as they would be locked; nothing is written. */
export async function foreseePayments(tx: Tx, sellerId: string, orderId: string, typed: Typed): Promise<Payment[]> {
  const [order] = await tx
    .select({ paidMinor: orders.paidMinor, tenders: orders.tenders })
    .from(orders)
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)));
  const existing = await selectPayments(tx, sellerId, orderId);
  const wanted = order && wantedOf(order, typed);
  if (!wanted || (existing.length > 0 && wanted.source === "person")) return existing;
  const { kept, added } = settledPayments(existing, wanted.parts);
  return [...kept, ...added.map((part) => ({ ...part, id: newId(), refundedMinor: 0 }))];
}

/** What refunds hold of an order that has no payments yet. */
async function heldOf(tx: Tx, sellerId: string, orderId: string): Promise<number> {
  const [held] = await tx
    .select({ minor: sql<number>`coalesce(sum(${refunds.amountMinor}), 0)`.mapWith(Number) })
    .from(refunds)
    .where(and(eq(refunds.sellerId, sellerId), eq(refunds.orderId, orderId), inArray(refunds.state, HELD_IN)));
  return held?.minor ?? 0;
}

type Locked = readonly Payment[];

/** The books say as paid what the payments say. */
async function postPaid(
  tx: Tx,
  { sellerId, now }: Pick<Acting, "sellerId" | "now">,
  { orderId, currency }: { orderId: string; currency: string },
  locked: Locked,
): Promise<Locked> {
  const [posted] = await tx.execute<{ minor: string }>(sql`
    select coalesce(sum(case e.cause when 'paid' then e.amount_minor else -e.amount_minor end), 0) as minor from ledger e
    where e.seller_id = ${sellerId} and e.order_id = ${orderId} and e.cause in ('paid', 'corrected')`);
  const paid = locked.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const more = paid - Number(posted?.minor ?? 0);
  if (more === 0) return locked;
  const cause = more > 0 ? "paid" : "corrected";
  await writeTogether(tx, [
    postings(sellerId, now, [{ orderId, currency, refundId: null, cause, amountMinor: Math.abs(more) }]),
  ]);
  return locked;
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
  insertionIfAny(
    refundParts,
    parts.map((part) => ({ sellerId, refundId, ...part })),
  );

/** Takes a refund's parts off what is left of its payments, unless somebody has taken it; whether it was all there. */
export async function holdParts(tx: Tx, sellerId: string, parts: Parts): Promise<boolean> {
  const held = await tx.execute(sql`update payments p set refunded_minor = p.refunded_minor + input.amount_minor
    from ${inputRows(parts, "payment_id uuid, amount_minor bigint")}
    where p.seller_id = ${sellerId} and p.id = input.payment_id and p.refunded_minor + input.amount_minor <= p.amount_minor
    returning p.id`);
  return held.length === parts.length;
}
