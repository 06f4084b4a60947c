import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, operations, orders, outbox, returns } from "@/db/schema";
import { firstTitleOf } from "@/lib/orders/first-title";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { Operation } from "@/lib/policy/terms/terms";

/** What writing to the buyers of these returns takes, with how their channels work now; only the seller's are told. */
export function listAddressees(tx: Tx, sellerId: string, returnIds: readonly string[]) {
  const operation = tx
    .select({ operation: operations.operation })
    .from(operations)
    .where(and(eq(operations.sellerId, sellerId), eq(operations.channelId, returns.channelId)))
    .orderBy(desc(operations.version))
    .limit(1)
    .as("operation");
  return tx
    .select({
      id: returns.id,
      number: returns.number,
      rma: returns.rma,
      evaluation: returns.evaluation,
      itemName: firstTitleOf(sellerId),
      orderNumber: orders.number,
      buyerName: orders.buyerName,
      buyerEmail: orders.buyerEmail,
      buyerLocale: orders.buyerLocale,
      firstReason: sql<string>`(
        select l.reason from return_lines l
        where l.seller_id = ${sellerId} and l.return_id = ${returns.id} order by l.position limit 1)`,
      channel: {
        name: channels.name,
        mode: channels.mode,
        marketplace: channels.marketplace,
        country: channels.country,
      },
      operation: operation.operation,
    })
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .innerJoinLateral(operation, sql`true`)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...returnIds])));
}
export type Addressee = Omit<Awaited<ReturnType<typeof listAddressees>>[number], "evaluation" | "operation"> & {
  evaluation: Evaluation;
  operation: Operation;
};

/** The same of one; null when it is not the seller's. */
export const findAddressee = async (tx: Tx, sellerId: string, returnId: string): Promise<Addressee | null> =>
  (await listAddressees(tx, sellerId, [returnId]))[0] ?? null;

/** The events of messages that were sent under these keys before. */
export function listSentEvents(tx: Tx, sellerId: string, dedupeKeys: readonly string[]) {
  return tx
    .select({ dedupeKey: outbox.dedupeKey, eventId: outbox.eventId, at: outbox.createdAt })
    .from(outbox)
    .where(and(eq(outbox.sellerId, sellerId), inArray(outbox.dedupeKey, [...dedupeKeys])));
}

/**
 * Takes messages to the buyers of these returns out of the outbox while they wait there, told by their events: of each its
 * subject, and what had become of it.
 */
export async function cancelMessages(
  tx: Tx,
  sellerId: string,
  { returnIds, eventIds }: { returnIds: readonly string[]; eventIds: readonly string[] },
) {
  const areMeant = and(
    eq(outbox.sellerId, sellerId),
    inArray(outbox.returnId, [...returnIds]),
    inArray(outbox.eventId, [...eventIds]),
    eq(outbox.kind, "buyer.message"),
  );
  const cancelled = await tx
    .update(outbox)
    .set({ state: "cancelled" })
    .where(and(areMeant, eq(outbox.state, "waiting")))
    .returning({ id: outbox.id });
  const taken = new Set(cancelled.map(({ id }) => id));
  const rows = await tx
    .select({ id: outbox.id, returnId: outbox.returnId, state: outbox.state, data: outbox.data })
    .from(outbox)
    .where(areMeant);
  return rows.map(({ id, returnId, state, data }) => ({
    returnId,
    state: taken.has(id) ? ("waiting" as const) : state,
    subject: data.subject ?? "",
  }));
}
