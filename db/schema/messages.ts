import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import {
  type Attachment,
  MESSAGE_KINDS,
  MESSAGE_STATES,
  type MessageData,
  OUTBOX_STATES,
} from "@/lib/policy/messages/message";
import { id, instant, oneOf, sellerId, tenantPolicy, word } from "./columns";
import { robots } from "./people";
import { returns } from "./returns";

/**
 * What leaves the product because of something that happened; held back while that can be undone. `left` means that
 * its messages stand in `messages`, and that nothing can take them back.
 */
export const outbox = pgTable(
  "outbox",
  {
    sellerId: sellerId(),
    id: id(),
    kind: word(MESSAGE_KINDS).notNull(),
    /** Null where it is about many returns at once. */
    returnId: uuid(),
    /** The move that it tells about; undo takes it back by this. */
    eventId: uuid(),
    data: jsonb().$type<MessageData>().notNull().default({}),
    dedupeKey: text().notNull(),
    state: word(OUTBOX_STATES).notNull().default("waiting"),
    availableAt: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("outbox_dedupe").on(table.sellerId, table.dedupeKey),
    index("outbox_return").on(table.sellerId, table.returnId),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
      "cascade",
    ),
    oneOf("outbox_kind", "kind", MESSAGE_KINDS),
    oneOf("outbox_state", "state", OUTBOX_STATES),
    tenantPolicy("outbox"),
  ],
);

/** One message to one person, word for word as it is sent; never changed once it stands here, only its state is. */
export const messages = pgTable(
  "messages",
  {
    sellerId: sellerId(),
    id: id(),
    outboxId: uuid().notNull(),
    kind: word(MESSAGE_KINDS).notNull(),
    returnId: uuid(),
    /** The member it is for; null: the buyer. */
    recipientId: uuid(),
    /** The group robot it is for; such a message goes to its address and not by mail. */
    robotId: uuid(),
    toName: text(),
    /** Null where no address is known; the message is then kept and never sent. */
    toAddress: text(),
    fromName: text().notNull(),
    replyTo: text(),
    locale: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    attachments: jsonb().$type<Attachment[]>().notNull().default([]),
    /** The Message-ID header without brackets: the same at every attempt. */
    messageId: text().notNull(),
    state: word(MESSAGE_STATES).notNull(),
    attempts: integer().notNull().default(0),
    /** How often the server took the message and its answer was lost. */
    lostAnswers: integer().notNull().default(0),
    /** What the mail server said last, in its own words. */
    lastError: text(),
    createdAt: instant().notNull(),
    sentAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    unique("messages_recipient")
      .on(table.sellerId, table.outboxId, table.recipientId, table.robotId)
      .nullsNotDistinct(),
    index("messages_created").on(table.sellerId, table.createdAt, table.id),
    index("messages_state").on(table.sellerId, table.state, table.createdAt, table.id),
    // How the last word to a robot went.
    index("messages_robot").on(table.sellerId, table.robotId, table.createdAt).where(sql`robot_id is not null`),
    index("messages_return").on(table.sellerId, table.returnId),
    foreignKey({ columns: [table.sellerId, table.robotId], foreignColumns: [robots.sellerId, robots.id] }),
    foreignKey({ columns: [table.sellerId, table.outboxId], foreignColumns: [outbox.sellerId, outbox.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
      "cascade",
    ),
    oneOf("messages_kind", "kind", MESSAGE_KINDS),
    oneOf("messages_state", "state", MESSAGE_STATES),
    tenantPolicy("messages"),
  ],
);

/** A seller's own words instead of ours, for one kind of message in one language and perhaps for one reason. */
export const templates = pgTable(
  "templates",
  {
    sellerId: sellerId(),
    id: id(),
    kind: word(MESSAGE_KINDS).notNull(),
    locale: text().notNull(),
    /** A close reason; empty: whatever the reason. */
    reason: text().notNull().default(""),
    subject: text().notNull(),
    body: text().notNull(),
    version: integer().notNull().default(1),
    updatedBy: uuid().notNull(),
    updatedByName: text().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("templates_key").on(table.sellerId, table.kind, table.locale, table.reason),
    oneOf("templates_kind", "kind", MESSAGE_KINDS),
    tenantPolicy("templates"),
  ],
);
