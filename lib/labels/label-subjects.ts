import { and, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, orders, returns } from "@/db/schema";
import { freeReturnPlace, paidBy } from "@/lib/orders/way-back";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import type { Operation } from "@/lib/policy/terms/terms";

export type LabelLine = {
  title: string | null;
  sku: string | null;
  reason: string;
  reasonLabels: ReasonLabels | null;
  quantity: number;
};

/** All that labels and slips of these returns say, in one statement and in no order; ids of other sellers are not there. */
export function listLabelSubjects(tx: Tx, sellerId: string, ids: readonly string[]) {
  return tx
    .select({
      id: returns.id,
      number: returns.number,
      rma: returns.rma,
      status: returns.status,
      labelKind: returns.labelKind,
      labelPaidBy: paidBy,
      freeReturnPlace: freeReturnPlace(sellerId),
      labelFileId: returns.labelFileId,
      labelCarrier: returns.labelCarrier,
      labelTracking: returns.labelTracking,
      address: returns.address,
      instructions: returns.instructions,
      orderNumber: orders.number,
      shipCountry: orders.shipCountry,
      buyerName: orders.buyerName,
      buyerLocale: orders.buyerLocale,
      channel: { name: channels.name, country: channels.country, mode: channels.mode, programme: channels.programme },
      /** What the channel has said of its labels, as it works now. */
      channelLabels: sql<Operation["labels"]>`(
        select o.operation->'labels' from operations o
        where o.seller_id = ${sellerId} and o.channel_id = ${returns.channelId} order by o.version desc limit 1)`,
      lines: sql<LabelLine[]>`(
        select coalesce(json_agg(part), '[]') from (
          select o.title, o.sku, l.reason, l.reason_labels as "reasonLabels", l.quantity - l.closed_quantity as quantity
          from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
          where l.seller_id = ${sellerId} and l.return_id = ${returns.id} and l.quantity > l.closed_quantity
          order by l.position
        ) part)`,
    })
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));
}

export type LabelSubject = Awaited<ReturnType<typeof listLabelSubjects>>[number];
