import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders, refunds, returns } from "@/db/schema";

/** What was promised and is still to be paid by the seller, or what they say they have paid. */
export type PromisedShow = "open" | "settled";
const STATE_OF = { open: "intended", settled: "succeeded" } as const;

/** More than this is not counted. */
export const PROMISED_COUNT_AT_MOST = 1000;

const columns = {
  id: refunds.id,
  returnId: returns.id,
  number: returns.number,
  orderNumber: orders.number,
  buyerName: orders.buyerName,
  channelName: channels.name,
  marketplace: channels.marketplace,
  closeReason: returns.closeReason,
  closeReasonLabels: returns.closeReasonLabels,
  currency: refunds.currency,
  /** What was paid, once somebody has typed it. */
  amountMinor: refunds.amountMinor,
  /** What the buyer asked back; null: unknown. */
  valueMinor: returns.valueMinor,
  promisedAt: refunds.createdAt,
};

const inState = (sellerId: string, show: PromisedShow) =>
  and(eq(refunds.sellerId, sellerId), eq(refunds.state, STATE_OF[show]));

type Page = { after: string | null; before: string | null; limit: number };

/** Promised refunds, oldest first: those after (newer than) one, or the last before it. */
export async function listPromised(tx: Tx, sellerId: string, show: PromisedShow, { after, before, limit }: Page) {
  const mark = (id: string): SQL =>
    sql`(select m.created_at, m.id from refunds m where m.seller_id = ${sellerId} and m.id = ${id})`;
  const key = sql`(${refunds.createdAt}, ${refunds.id})`;
  const rows = await tx
    .select(columns)
    .from(refunds)
    .innerJoin(returns, and(eq(returns.sellerId, refunds.sellerId), eq(returns.id, refunds.returnId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(
      and(
        inState(sellerId, show),
        after === null ? undefined : sql`${key} > ${mark(after)}`,
        before === null ? undefined : sql`${key} < ${mark(before)}`,
      ),
    )
    .orderBy(
      ...(before === null
        ? [asc(refunds.createdAt), asc(refunds.id)]
        : [sql`${refunds.createdAt} desc`, sql`${refunds.id} desc`]),
    )
    .limit(limit);
  return before === null ? rows : rows.reverse();
}
export type PromisedRow = Awaited<ReturnType<typeof listPromised>>[number];

/** How many there are, counted up to a limit. */
export async function countPromised(tx: Tx, sellerId: string, show: PromisedShow): Promise<number> {
  const some = tx
    .select({ id: refunds.id })
    .from(refunds)
    .where(inState(sellerId, show))
    .limit(PROMISED_COUNT_AT_MOST)
    .as("some");
  const [row] = await tx.select({ count: sql<number>`count(*)`.mapWith(Number) }).from(some);
  return row?.count ?? 0;
}

/** The return a refund belongs to; null when it is not the seller's. */
export async function findRefundReturn(tx: Tx, sellerId: string, refundId: string): Promise<string | null> {
  const [row] = await tx
    .select({ returnId: refunds.returnId })
    .from(refunds)
    .where(and(eq(refunds.sellerId, sellerId), eq(refunds.id, refundId)));
  return row?.returnId ?? null;
}

/** How a refund stands. Its return is locked before. */
export async function findRefund(tx: Tx, sellerId: string, refundId: string) {
  const [row] = await tx
    .select({ state: refunds.state, currency: refunds.currency })
    .from(refunds)
    .where(and(eq(refunds.sellerId, sellerId), eq(refunds.id, refundId)));
  return row ?? null;
}

export async function markRefundPaid(tx: Tx, sellerId: string, refundId: string, amountMinor: number): Promise<void> {
  await tx
    .update(refunds)
    .set({ state: "succeeded", amountMinor })
    .where(and(eq(refunds.sellerId, sellerId), eq(refunds.id, refundId)));
}
