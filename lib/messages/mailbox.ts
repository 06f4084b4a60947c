import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { messages, orders, outbox, returns, robots, users, workItems } from "@/db/schema";
import { eitherOf } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";
import { type MessageState, UNDELIVERED } from "@/lib/policy/messages/message";
import { messageColumns } from "./messages";

/** The parts of the mailbox that can be looked at. */
export const MAIL_SHOWS = ["all", "waiting", "undelivered", "kept"] as const;
export type MailShow = (typeof MAIL_SHOWS)[number];

/** The states that stand in each; null: any. */
const STATES_SHOWN: Record<MailShow, readonly MessageState[] | null> = {
  all: null,
  waiting: ["queued", "sending"],
  undelivered: UNDELIVERED,
  kept: ["kept"],
};

const readMessages = (tx: Tx, { where, orderBy, limit, key }: Clauses) =>
  tx
    .select({
      key,
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
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
export type MailRow = Omit<Awaited<ReturnType<typeof readMessages>>[number], "key">;

/** The messages of a seller, newest first. */
export const MAILBOX = list<MailRow>()({
  filter: { show: eitherOf(MAIL_SHOWS) },
  columns: {
    at: { value: ({ createdAt }) => createdAt, sort: "instant" },
    kind: { value: ({ kind }) => kind },
    state: { value: ({ state }) => state },
    to_name: { value: ({ toName }) => toName },
    to_address: { value: ({ toAddress }) => toAddress },
    language: { value: ({ locale }) => locale },
    subject: { value: ({ subject }) => subject },
    return: { value: ({ number }) => (number === null ? null : `R-${number}`) },
    sent_at: { value: ({ sentAt }) => sentAt },
    id: { value: ({ id }) => id },
  },
  sort: (_filter) => "-at",
  sizes: [50],
});

export const MAIL_LIST = listSql(MAILBOX, {
  table: messages,
  id: messages.id,
  base: ({ sellerId }) => eq(messages.sellerId, sellerId),
  filter: {
    show: (show) => {
      const states = STATES_SHOWN[show];
      return states ? inArray(messages.state, [...states]) : undefined;
    },
  },
  sort: { at: messages.createdAt },
  read: readMessages,
});

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
