import { and, desc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels, operations, orders, outbox, returns } from "@/db/schema";
import { firstTitle } from "@/lib/orders/first-title";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { Operation } from "@/lib/policy/terms/terms";

/** What writing to the buyer of a return takes, with how the channel works now; null when it is not the seller's. */
export async function findAddressee(tx: Tx, sellerId: string, returnId: string) {
  const operation = tx
    .select({ operation: operations.operation })
    .from(operations)
    .where(and(eq(operations.sellerId, returns.sellerId), eq(operations.channelId, returns.channelId)))
    .orderBy(desc(operations.version))
    .limit(1)
    .as("operation");
  const [row] = await tx
    .select({
      id: returns.id,
      number: returns.number,
      rma: returns.rma,
      evaluation: returns.evaluation,
      itemName: firstTitle,
      orderNumber: orders.number,
      buyerName: orders.buyerName,
      buyerEmail: orders.buyerEmail,
      buyerLocale: orders.buyerLocale,
      firstReason: sql<string>`(
        select l.reason from return_lines l
        where l.seller_id = ${returns.sellerId} and l.return_id = ${returns.id} order by l.position limit 1)`,
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
    .where(and(eq(returns.sellerId, sellerId), eq(returns.id, returnId)));
  return row ?? null;
}
export type Addressee = Omit<NonNullable<Awaited<ReturnType<typeof findAddressee>>>, "evaluation" | "operation"> & {
  evaluation: Evaluation;
  operation: Operation;
};

/** The event of the message that was sent under a key before, if any. */
export async function findSentEvent(tx: Tx, sellerId: string, dedupeKey: string): Promise<string | null> {
  const [row] = await tx
    .select({ eventId: outbox.eventId })
    .from(outbox)
    .where(and(eq(outbox.sellerId, sellerId), eq(outbox.dedupeKey, dedupeKey)));
  return row?.eventId ?? null;
}

/** Takes a message to a buyer out of the outbox while it waits there; its subject, or what has become of it. */
export async function cancelMessage(tx: Tx, sellerId: string, returnId: string, eventId: string) {
  const isMessage = and(
    eq(outbox.sellerId, sellerId),
    eq(outbox.returnId, returnId),
    eq(outbox.eventId, eventId),
    eq(outbox.kind, "buyer.message"),
  );
  const [cancelled] = await tx
    .update(outbox)
    .set({ state: "cancelled" })
    .where(and(isMessage, eq(outbox.state, "waiting")))
    .returning({ data: outbox.data });
  if (cancelled) return { state: "waiting" as const, subject: cancelled.data.subject ?? "" };
  const [row] = await tx.select({ state: outbox.state, data: outbox.data }).from(outbox).where(isMessage);
  return row ? { state: row.state, subject: row.data.subject ?? "" } : null;
}
