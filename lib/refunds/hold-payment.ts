import { and, asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { payments, refundParts } from "@/db/schema";
import { inputRows, insertionIfAny, writeTogether } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import type { Acting } from "@/lib/platform/ctx";
import { HELD_IN } from "@/lib/policy/machines/refund/statuses";
import { sharesOf } from "@/lib/policy/money/shares";
import { postings } from "./refund-store";

type Paid = { orderId: string; currency: string; paidMinor: number | null };

/**
 * The payments of an order, locked: whoever refunds the same order meanwhile waits here. What a file says was paid is taken
 * over each time; `typed` stands where none does. What was settled before anybody knew what was paid counts as refunded.
 */
export async function lockPayments(
  tx: Tx,
  { sellerId, now }: Acting,
  { orderId, currency, paidMinor }: Paid,
  typed: { amountMinor: number; by: string } | null,
) {
  const amountMinor = paidMinor ?? typed?.amountMinor ?? null;
  if (amountMinor !== null) {
    const said = paidMinor !== null ? { source: "file", by: null } : { source: "person", by: typed?.by ?? null };
    await tx.execute(sql`
      insert into payments (seller_id, id, order_id, tender, amount_minor, refunded_minor, currency, source, typed_by, created_at)
      select ${sellerId}::uuid, ${newId()}::uuid, ${orderId}::uuid, 'channel', ${amountMinor}::bigint,
        least(${amountMinor}::bigint, coalesce((select sum(h.amount_minor) from refunds h
          where h.seller_id = ${sellerId} and h.order_id = ${orderId} and h.state in ${HELD_IN}), 0)),
        ${currency}::text, ${said.source}::text, ${said.by}::text, ${now.toISOString()}::timestamptz
      on conflict (seller_id, order_id, tender, reference) do nothing`);
  }
  const locked = await tx
    .select({ id: payments.id, amountMinor: payments.amountMinor, refundedMinor: payments.refundedMinor })
    .from(payments)
    .where(and(eq(payments.sellerId, sellerId), eq(payments.orderId, orderId)))
    .orderBy(asc(payments.id))
    .for("update");
  const [first] = locked;
  // A later file may say more or less; what went back already is never taken for unpaid.
  const saidNow = first && paidMinor !== null ? Math.max(paidMinor, first.refundedMinor) : null;
  if (first && saidNow !== null && saidNow !== first.amountMinor) {
    await tx.execute(sql`update payments p set amount_minor = ${saidNow}::bigint, source = 'file', typed_by = null
      where p.seller_id = ${sellerId} and p.id = ${first.id}`);
    first.amountMinor = saidNow;
  }
  await postPaid(tx, { sellerId, now }, { orderId, currency }, locked);
  return locked;
}
type Locked = Awaited<ReturnType<typeof lockPayments>>;

/** The books say as paid what the payments say. */
async function postPaid(
  tx: Tx,
  { sellerId, now }: Pick<Acting, "sellerId" | "now">,
  { orderId, currency }: Pick<Paid, "orderId" | "currency">,
  locked: Locked,
) {
  const [posted] = await tx.execute<{ minor: string }>(sql`
    select coalesce(sum(case e.cause when 'paid' then e.amount_minor else -e.amount_minor end), 0) as minor from ledger e
    where e.seller_id = ${sellerId} and e.order_id = ${orderId} and e.cause in ('paid', 'corrected')`);
  const paid = locked.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const more = paid - Number(posted?.minor ?? 0);
  if (more === 0) return;
  const cause = more > 0 ? "paid" : "corrected";
  await writeTogether(tx, [
    postings(sellerId, now, [{ orderId, currency, refundId: null, cause, amountMinor: Math.abs(more) }]),
  ]);
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
