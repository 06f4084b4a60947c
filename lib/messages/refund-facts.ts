import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { rowsOf } from "@/db/rows-of";
import { channels, orders, refunds, returns } from "@/db/schema";
import { PAID } from "@/lib/policy/machines/refund/statuses";
import type { RefundStep } from "@/lib/policy/money/refund-quote";

type ItemOfOrder = { lineId: string; title: string | null; sku: string | null };
type PartOfRefund = { tender: string; amountMinor: number };

const items = (sellerId: string) =>
  rowsOf<ItemOfOrder>(
    sql`o.id as "lineId", o.title, o.sku`,
    sql`from order_lines o where o.seller_id = ${sellerId} and o.order_id = ${orders.id} order by o.id`,
  );

/** An order as its buyer is written of its refund, with the return that the refund is of; null: there is no such order. */
export async function findRefundedOrder(
  tx: Tx,
  sellerId: string,
  { orderId, returnId }: { orderId: string; returnId: string | null },
) {
  const [row] = await tx
    .select({
      number: orders.number,
      buyerName: orders.buyerName,
      buyerEmail: orders.buyerEmail,
      buyerLocale: orders.buyerLocale,
      returnNumber: returns.number,
      items: items(sellerId),
      channel: {
        id: channels.id,
        code: channels.code,
        mode: channels.mode,
        name: channels.name,
        timeZone: channels.timeZone,
        replyTo: channels.replyTo,
        marketplace: channels.marketplace,
      },
    })
    .from(orders)
    .innerJoin(channels, and(eq(channels.sellerId, orders.sellerId), eq(channels.id, orders.channelId)))
    .leftJoin(returns, and(eq(returns.sellerId, orders.sellerId), eq(returns.id, sql`${returnId}::uuid`)))
    .where(and(eq(orders.sellerId, sellerId), eq(orders.id, orderId)));
  return row ?? null;
}
export type RefundedOrder = NonNullable<Awaited<ReturnType<typeof findRefundedOrder>>>;

/** What went back, and by what; `steps` are empty where it was announced without an amount. */
export type RefundTold = {
  amountMinor: number;
  currency: string;
  steps: readonly RefundStep[];
  parts: readonly PartOfRefund[];
  madeAt: Date;
};

/** A refund that has been made; null where there is none, or where it failed meanwhile: then there is nothing to tell. */
export async function findMadeRefund(tx: Tx, sellerId: string, refundId: string) {
  const [row] = await tx
    .select({
      ...{ orderId: refunds.orderId, returnId: refunds.returnId, currency: refunds.currency },
      ...{ amountMinor: refunds.amountMinor, quote: refunds.quote, madeAt: refunds.stateChangedAt },
      parts: rowsOf<PartOfRefund>(
        sql`p.tender, f.amount_minor as "amountMinor"`,
        sql`from refund_parts f join payments p on p.seller_id = f.seller_id and p.id = f.payment_id
          where f.seller_id = ${sellerId} and f.refund_id = ${refunds.id} order by p.created_at, p.id`,
      ),
    })
    .from(refunds)
    .where(and(eq(refunds.sellerId, sellerId), eq(refunds.id, refundId), eq(refunds.state, PAID)));
  if (!row || row.amountMinor === null) return null;
  const { orderId, returnId, quote, amountMinor, ...told } = row;
  return { orderId, returnId, told: { ...told, amountMinor, steps: quote?.steps ?? [] } satisfies RefundTold };
}
