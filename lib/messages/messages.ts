import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  channels,
  files,
  memberships,
  messages,
  notificationPreferences,
  operations,
  orders,
  outbox,
  returns,
  sellers,
  users,
  workItems,
} from "@/db/schema";
import { firstTitleOf } from "@/lib/orders/first-title";
import { paidBy } from "@/lib/orders/way-back";
import type { Consequence } from "@/lib/policy/clocks/deadlines";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { UNDECIDED } from "@/lib/policy/machines/return/statuses";
import type { MessageData, TeamEvent } from "@/lib/policy/messages/message";
import { hears } from "@/lib/policy/messages/preferences";

/** The return that an outbox row is about (null: many); undefined when there is no such row. */
export async function findOutboxReturn(tx: Tx, sellerId: string, id: string): Promise<string | null | undefined> {
  const [row] = await tx
    .select({ returnId: outbox.returnId })
    .from(outbox)
    .where(and(eq(outbox.sellerId, sellerId), eq(outbox.id, id)));
  return row?.returnId;
}

/** Lets an outbox row go; null when it was taken back, or has left before. */
export async function takeOutbox(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx
    .update(outbox)
    .set({ state: "left" })
    .where(and(eq(outbox.sellerId, sellerId), eq(outbox.id, id), eq(outbox.state, "waiting")))
    .returning({ kind: outbox.kind, returnId: outbox.returnId, eventId: outbox.eventId, data: outbox.data });
  return row ?? null;
}

/** The seller as it signs and speaks, and the active members who want to be told of an event. */
export async function findTeam(tx: Tx, sellerId: string, event: TeamEvent) {
  const [seller] = await tx
    .select({ name: sellers.name, locale: sellers.locale })
    .from(sellers)
    .where(eq(sellers.id, sellerId));
  if (!seller) throw new Error("no such seller");
  const members = await tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      role: memberships.role,
      isOn: notificationPreferences.isOn,
    })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), eq(users.isActive, true)))
    .leftJoin(
      notificationPreferences,
      and(
        eq(notificationPreferences.sellerId, memberships.sellerId),
        eq(notificationPreferences.userId, memberships.userId),
        eq(notificationPreferences.event, event),
      ),
    )
    .where(and(eq(memberships.sellerId, sellerId), isNull(memberships.deactivatedAt)))
    .orderBy(asc(users.id));
  return {
    ...seller,
    members: members.filter(({ role, isOn }) => hears(role, event, isOn ?? undefined)),
  };
}

type LineOfLetter = {
  title: string | null;
  sku: string | null;
  quantity: number;
  /** Units that were closed while the others were authorized. */
  closed: number;
  reason: string;
  reasonLabels: ReasonLabels | null;
};
type ClockOfLetter = { kind: string; dueAt: string; consequence: Consequence };
type MoveOfLetter = { kind: string; actorKind: string; actorName: string | null };

const lines = (sellerId: string) =>
  sql<LineOfLetter[]>`(
  select coalesce(json_agg(json_build_object('title', o.title, 'sku', o.sku, 'quantity', l.quantity, 'closed', l.closed_quantity, 'reason', l.reason, 'reasonLabels', l.reason_labels)
    order by l.position), '[]')
  from return_lines l join order_lines o on o.seller_id = l.seller_id and o.id = l.order_line_id
  where l.seller_id = ${sellerId} and l.return_id = ${returns.id}
)`;

const openClocks = (sellerId: string) =>
  sql<ClockOfLetter[]>`(
  select coalesce(json_agg(json_build_object('kind', d.kind, 'dueAt', d.due_at, 'consequence', d.consequence)), '[]')
  from deadlines d where d.seller_id = ${sellerId} and d.return_id = ${returns.id} and d.state = 'open'
)`;

const movesMade = (sellerId: string) =>
  sql<MoveOfLetter[]>`(
  select coalesce(json_agg(json_build_object('kind', e.kind, 'actorKind', e.actor_kind, 'actorName', e.actor_name)
    order by e.id), '[]')
  from events e
  where e.seller_id = ${sellerId} and e.return_id = ${returns.id} and e.from_status is not null
)`;

/** All that a message may tell of a return, in one statement; null when there is none. */
export async function findLetterFacts(tx: Tx, sellerId: string, returnId: string) {
  const [row] = await tx
    .select({
      id: returns.id,
      number: returns.number,
      rma: returns.rma,
      status: returns.status,
      evaluation: returns.evaluation,
      isPrepaidEligible: returns.isPrepaidEligible,
      buyerComment: returns.buyerComment,
      address: returns.address,
      labelKind: returns.labelKind,
      labelPaidBy: paidBy,
      instructions: returns.instructions,
      closeReason: returns.closeReason,
      closeReasonLabels: returns.closeReasonLabels,
      isCloseReasonHidden: sql<boolean>`exists (
        select from reasons r where r.seller_id = ${sellerId} and r.kind = 'close'
          and r.code = ${returns.closeReason} and not r.is_buyer_visible)`,
      closeComment: returns.closeComment,
      labelFile: { id: files.id, name: files.name },
      order: {
        number: orders.number,
        buyerName: orders.buyerName,
        buyerEmail: orders.buyerEmail,
        buyerLocale: orders.buyerLocale,
      },
      channel: {
        id: channels.id,
        code: channels.code,
        mode: channels.mode,
        name: channels.name,
        marketplace: channels.marketplace,
        timeZone: channels.timeZone,
        replyTo: channels.replyTo,
        country: channels.country,
        programme: channels.programme,
      },
      operation: operations.operation,
      itemName: firstTitleOf(sellerId),
      lines: lines(sellerId),
      openClocks: openClocks(sellerId),
      moves: movesMade(sellerId),
    })
    .from(returns)
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .innerJoin(channels, and(eq(channels.sellerId, returns.sellerId), eq(channels.id, returns.channelId)))
    .innerJoin(
      operations,
      and(
        eq(operations.sellerId, returns.sellerId),
        eq(operations.channelId, returns.channelId),
        sql`${operations.version} = (
          select max(p.version) from operations p where p.seller_id = ${sellerId} and p.channel_id = ${returns.channelId}
        )`,
      ),
    )
    .leftJoin(files, and(eq(files.sellerId, returns.sellerId), eq(files.id, returns.labelFileId)))
    .where(and(eq(returns.sellerId, sellerId), eq(returns.id, returnId)));
  return row ?? null;
}

export type LetterFacts = NonNullable<Awaited<ReturnType<typeof findLetterFacts>>>;

/** What an import that is over brought in, and how much of it waits for an answer; one statement. */
export async function countImported(tx: Tx, sellerId: string, importId: string, now: Date) {
  const [row] = await tx.execute<{ toAnswer: number; overdue: number; missed: number }>(sql`
    select count(*) filter (where r.status = ${UNDECIDED})::int as "toAnswer",
      count(*) filter (where r.next_due_at <= ${now.toISOString()}::timestamptz)::int as overdue,
      count(*) filter (where r.is_missed)::int as missed
    from import_changes c join returns r on r.seller_id = c.seller_id and r.id = c.return_id
    where c.seller_id = ${sellerId} and c.import_id = ${importId} and c.kind = 'new'`);
  return row ?? { toAnswer: 0, overdue: 0, missed: 0 };
}

/** The work that carries a message. */
export const carriedAs = (robotId: string | null | undefined) => (robotId ? ("robot" as const) : ("mail" as const));

type NewRow = typeof messages.$inferInsert;

/** Puts messages down word for word; the queued ones wake the worker who mails, or who tells robots. */
export async function insertMessages(tx: Tx, rows: readonly NewRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.insert(messages).values([...rows]);
  const queued = rows.filter(({ state }) => state === "queued");
  if (queued.length === 0) return;
  await tx.insert(workItems).values(
    queued.map(({ sellerId, id, robotId, createdAt }) => ({
      sellerId,
      kind: carriedAs(robotId),
      id,
      dueAt: createdAt,
    })),
  );
}

/** A message word for word, and how it stands. */
export const messageColumns = {
  id: messages.id,
  kind: messages.kind,
  state: messages.state,
  returnId: messages.returnId,
  robotId: messages.robotId,
  toName: messages.toName,
  toAddress: messages.toAddress,
  fromName: messages.fromName,
  replyTo: messages.replyTo,
  locale: messages.locale,
  subject: messages.subject,
  text: messages.text,
  html: messages.html,
  attachments: messages.attachments,
  messageId: messages.messageId,
  lostAnswers: messages.lostAnswers,
  createdAt: messages.createdAt,
};

/** A message as it is sent; null when it is not the seller's. */
export async function findSending(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx
    .select(messageColumns)
    .from(messages)
    .where(and(eq(messages.sellerId, sellerId), eq(messages.id, id)));
  return row ?? null;
}

/** The same with its row locked. */
export async function lockSending(tx: Tx, sellerId: string, id: string) {
  const [row] = await tx
    .select(messageColumns)
    .from(messages)
    .where(and(eq(messages.sellerId, sellerId), eq(messages.id, id)))
    .for("update");
  return row ?? null;
}

/** What the outbox row of a message told beyond its return. */
export async function findMessageData(tx: Tx, sellerId: string, id: string): Promise<MessageData> {
  const [row] = await tx
    .select({ data: outbox.data })
    .from(messages)
    .innerJoin(outbox, and(eq(outbox.sellerId, messages.sellerId), eq(outbox.id, messages.outboxId)))
    .where(and(eq(messages.sellerId, sellerId), eq(messages.id, id)));
  return row?.data ?? {};
}

export type SendingMessage = NonNullable<Awaited<ReturnType<typeof findSending>>>;

type Changes = Partial<Pick<typeof messages.$inferInsert, "state" | "lostAnswers" | "lastError" | "sentAt">>;

/** Changes how a locked message stands; `isAttempt` counts one more. */
export async function updateMessage(
  tx: Tx,
  sellerId: string,
  id: string,
  changes: Changes,
  { isAttempt = false } = {},
): Promise<void> {
  await tx
    .update(messages)
    .set({ ...changes, ...(isAttempt ? { attempts: sql`${messages.attempts} + 1` } : {}) })
    .where(and(eq(messages.sellerId, sellerId), eq(messages.id, id)));
}

/** A locked message queued anew; what was lost before counts no more. */
export async function resendMessage(tx: Tx, sellerId: string, id: string, toAddress: string | null): Promise<void> {
  await tx
    .update(messages)
    .set({ state: "queued", toAddress, lostAnswers: 0, lastError: null })
    .where(and(eq(messages.sellerId, sellerId), eq(messages.id, id)));
}
