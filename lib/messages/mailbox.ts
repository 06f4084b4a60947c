import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { messages, orders, outbox, returns, robots, users, workItems } from "@/db/schema";
import type { MessageState } from "@/lib/policy/messages/message";
import { messageColumns } from "./messages";

/** Where a page begins or ends: the message before it, or after it. */
export type MailKey = { at: string; id: string };

type Asked = {
  /** Null: whatever the state. */
  states: readonly MessageState[] | null;
  after: MailKey | null;
  before: MailKey | null;
  limit: number;
};

const keyOf = ({ at, id }: MailKey) => sql`(${at}::timestamptz, ${id}::uuid)`;
const place = sql`(${messages.createdAt}, ${messages.id})`;

/** Messages of a seller, newest first, from a key on; one more than `limit` where there are more. */
export async function listMessages(tx: Tx, sellerId: string, { states, after, before, limit }: Asked) {
  const conditions: (SQL | undefined)[] = [
    eq(messages.sellerId, sellerId),
    states ? inArray(messages.state, [...states]) : undefined,
    after ? sql`${place} < ${keyOf(after)}` : undefined,
    before ? sql`${place} > ${keyOf(before)}` : undefined,
  ];
  const order = before ? [asc(messages.createdAt), asc(messages.id)] : [desc(messages.createdAt), desc(messages.id)];
  const rows = await tx
    .select({
      id: messages.id,
      kind: messages.kind,
      state: messages.state,
      toName: messages.toName,
      toAddress: messages.toAddress,
      robotKind: robots.kind,
      locale: messages.locale,
      subject: messages.subject,
      createdAt: messages.createdAt,
      sentAt: messages.sentAt,
      returnId: messages.returnId,
      number: returns.number,
    })
    .from(messages)
    .leftJoin(returns, and(eq(returns.sellerId, messages.sellerId), eq(returns.id, messages.returnId)))
    .leftJoin(robots, and(eq(robots.sellerId, messages.sellerId), eq(robots.id, messages.robotId)))
    .where(and(...conditions))
    .orderBy(...order)
    .limit(limit + 1);
  return rows;
}

export type MailRow = Awaited<ReturnType<typeof listMessages>>[number];

/** What waits in the outbox until it can no longer be taken back, newest first; found by the worker's own list. */
export function listHeld(tx: Tx, sellerId: string, limit: number) {
  return tx
    .select({
      id: outbox.id,
      kind: outbox.kind,
      availableAt: outbox.availableAt,
      returnId: outbox.returnId,
      number: returns.number,
      buyerName: orders.buyerName,
      buyerEmail: orders.buyerEmail,
    })
    .from(workItems)
    .innerJoin(outbox, and(eq(outbox.sellerId, workItems.sellerId), eq(outbox.id, workItems.id)))
    .leftJoin(returns, and(eq(returns.sellerId, outbox.sellerId), eq(returns.id, outbox.returnId)))
    .leftJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .where(and(eq(workItems.sellerId, sellerId), eq(workItems.kind, "outbox"), eq(outbox.state, "waiting")))
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit);
}

export type HeldRow = Awaited<ReturnType<typeof listHeld>>[number];

/** A message word for word; null when it is not the seller's. */
export async function findMessage(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx
    .select({
      ...messageColumns,
      number: returns.number,
      recipientName: users.name,
      robotKind: robots.kind,
      isRobotOn: robots.isOn,
      attempts: messages.attempts,
      lastError: messages.lastError,
      sentAt: messages.sentAt,
    })
    .from(messages)
    .leftJoin(returns, and(eq(returns.sellerId, messages.sellerId), eq(returns.id, messages.returnId)))
    .leftJoin(users, eq(users.id, messages.recipientId))
    .leftJoin(robots, and(eq(robots.sellerId, messages.sellerId), eq(robots.id, messages.robotId)))
    .where(and(eq(messages.sellerId, sellerId), eq(messages.id, id)));
  return row ?? null;
}

export type MessageRow = NonNullable<Awaited<ReturnType<typeof findMessage>>>;
