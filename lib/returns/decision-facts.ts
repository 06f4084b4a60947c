import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders, returns } from "@/db/schema";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";

type DecisionLine = {
  id: string;
  orderLineId: string;
  title: string | null;
  sku: string | null;
  quantity: number;
  reason: string;
  reasonLabels: ReasonLabels | null;
};

/** What a person needs to see to decide one return; null when it is not the seller's. */
export async function findDecisionFacts(tx: Tx, sellerId: string, returnId: string) {
  const [row] = await tx
    .select({
      id: returns.id,
      orderNumber: orders.number,
      isCancelled: orders.isCancelled,
      cancelledOn: orders.cancelledOn,
      buyerName: orders.buyerName,
      buyerEmail: orders.buyerEmail,
      buyerLocale: orders.buyerLocale,
      buyerComment: returns.buyerComment,
      currency: returns.currency,
      valueMinor: returns.valueMinor,
      channel: {
        name: channels.name,
        mode: channels.mode,
        marketplace: channels.marketplace,
        programme: channels.programme,
        hasPrepaid: channels.hasPrepaid,
        country: channels.country,
        defaultAddressId: channels.defaultAddressId,
      },
      lines: sql<DecisionLine[]>`(
        select coalesce(json_agg(json_build_object(
          'id', l.id, 'orderLineId', l.order_line_id, 'title', o.title, 'sku', o.sku, 'quantity', l.quantity, 'reason', l.reason, 'reasonLabels', l.reason_labels) order by l.position), '[]')
        from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
        where l.seller_id = ${sellerId} and l.return_id = ${returns.id}
      )`,
    })
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(and(eq(returns.sellerId, sellerId), eq(returns.id, returnId)));
  return row ?? null;
}

/** The return of the seller that carries an RMA already, if any. */
export async function findReturnByRma(tx: Tx, sellerId: string, rma: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: returns.id })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), eq(returns.rma, rma)));
  return row?.id ?? null;
}

/** What the RMA of a return is made of, by its channel's format now. */
export async function findRmaSubject(tx: Tx, sellerId: string, returnId: string) {
  const [row] = await tx
    .select({
      number: returns.number,
      requestedOn: returns.requestedOn,
      format: sql<string>`(
        select o.operation->'rma'->>'format' from operations o
        where o.seller_id = ${sellerId} and o.channel_id = returns.channel_id order by o.version desc limit 1)`,
    })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), eq(returns.id, returnId)));
  return row ?? null;
}
