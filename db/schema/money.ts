import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { REFUND_STATUSES } from "@/lib/policy/machines/refund/statuses";
import { ACCOUNTS, CAUSES } from "@/lib/policy/money/ledger";
import type { RefundQuote } from "@/lib/policy/money/refund-quote";
import { PAYMENT_SOURCES } from "@/lib/policy/money/tenders";
import { CONDITIONS } from "@/lib/policy/parcels/conditions";
import { id, instant, minor, oneOf, sellerId, tenantPolicy, word } from "./columns";
import { orderLines, orders } from "./orders";
import { memberships } from "./people";
import { returnLines, returns } from "./returns";

const ofOrder = (table: { sellerId: AnyPgColumn; orderId: AnyPgColumn }) =>
  foreignKey({ columns: [table.sellerId, table.orderId], foreignColumns: [orders.sellerId, orders.id] }).onDelete(
    "cascade",
  );

const REFUND_KINDS = ["without_return", "return", "concession"] as const;
/** By what a refund is made: `record`, a person makes it where the buyer paid and says so. */
const GATEWAYS = ["record"] as const;

/** What was paid for an order, from when money first goes back on; what is refunded of it is held here. */
export const payments = pgTable(
  "payments",
  {
    sellerId: sellerId(),
    id: id(),
    orderId: uuid().notNull(),
    /** One of our words, or a file's own where it is none of them. */
    tender: text().notNull(),
    /** The payment's own number; empty: no file names one. */
    reference: text().notNull().default(""),
    amountMinor: minor().notNull(),
    refundedMinor: minor().notNull().default(0),
    currency: text().notNull(),
    source: word(PAYMENT_SOURCES).notNull(),
    /** Who typed it. */
    typedBy: text(),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("payments_order").on(table.sellerId, table.orderId, table.tender, table.reference),
    ofOrder(table),
    check("payments_refunded", sql`refunded_minor between 0 and amount_minor`),
    check("payments_typed", sql`(source = 'person') = (typed_by is not null)`),
    oneOf("payments_source", "source", PAYMENT_SOURCES),
    tenantPolicy("payments"),
  ],
);

/** Money that goes back to a buyer. `intended` is what the seller announced; the amount may still be open. */
export const refunds = pgTable(
  "refunds",
  {
    sellerId: sellerId(),
    id: id(),
    orderId: uuid().notNull(),
    returnId: uuid(),
    /** One intent, one key: the same act twice is the same refund. */
    key: text().notNull(),
    /** Written by the one writer of refunds; a closing that is taken back takes what it announced with it. */
    state: word(REFUND_STATUSES).notNull(),
    kind: word(REFUND_KINDS).notNull(),
    amountMinor: minor(),
    currency: text().notNull(),
    gateway: word(GATEWAYS).notNull().default("record"),
    /** How its amount came about, step by step; null: it was announced without one. */
    quote: jsonb().$type<RefundQuote>(),
    /** What the form said, so that the same key with something else is found out. */
    asked: text(),
    /** What the marketplace had reported as refunded without us when it was made (P-22). */
    outsideMinor: minor().notNull().default(0),
    /** For the team alone. */
    note: text(),
    /** Why the fault is another one than the reason says (P-07). */
    faultNote: text(),
    askedById: uuid(),
    askedBy: text(),
    approvedBy: text(),
    /** Who let it go at last, its maker or whoever approved it, and when: it counts on that person's day. */
    letGoById: uuid(),
    letGoAt: instant(),
    /** The number that it bears where it was made. */
    reference: text(),
    failure: text(),
    createdAt: instant().notNull(),
    stateChangedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("refunds_key").on(table.sellerId, table.key),
    index("refunds_return").on(table.sellerId, table.returnId),
    index("refunds_order").on(table.sellerId, table.orderId),
    // What was promised and is open, oldest first.
    index("refunds_state").on(table.sellerId, table.state, table.createdAt, table.id),
    // What one person let go today.
    index("refunds_let_go").on(table.sellerId, table.letGoById, table.letGoAt),
    ofOrder(table),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [table.sellerId, table.askedById],
      foreignColumns: [memberships.sellerId, memberships.userId],
    }),
    foreignKey({
      columns: [table.sellerId, table.letGoById],
      foreignColumns: [memberships.sellerId, memberships.userId],
    }),
    check("refunds_amount", sql`amount_minor > 0 or amount_minor is null and state in ('intended', 'cancelled')`),
    oneOf("refunds_state_known", "state", REFUND_STATUSES),
    oneOf("refunds_kind", "kind", REFUND_KINDS),
    oneOf("refunds_gateway", "gateway", GATEWAYS),
    tenantPolicy("refunds"),
  ],
);

/** The units that a refund is for; without a condition the buyer keeps them. */
export const refundLines = pgTable(
  "refund_lines",
  {
    sellerId: sellerId(),
    refundId: uuid().notNull(),
    position: integer().notNull(),
    orderLineId: uuid().notNull(),
    returnLineId: uuid(),
    condition: word(CONDITIONS),
    quantity: integer().notNull(),
    /** Of the goods and their tax. */
    amountMinor: minor().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.refundId, table.position] }),
    index("refund_lines_order_line").on(table.sellerId, table.orderLineId),
    index("refund_lines_return_line").on(table.sellerId, table.returnLineId),
    foreignKey({ columns: [table.sellerId, table.refundId], foreignColumns: [refunds.sellerId, refunds.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [table.sellerId, table.orderLineId],
      foreignColumns: [orderLines.sellerId, orderLines.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.sellerId, table.returnLineId],
      foreignColumns: [returnLines.sellerId, returnLines.id],
    }).onDelete("cascade"),
    check("refund_lines_units", sql`quantity > 0 and amount_minor >= 0`),
    oneOf("refund_lines_condition", "condition", CONDITIONS),
    tenantPolicy("refund_lines"),
  ],
);

/** Of which payments a refund is made. */
export const refundParts = pgTable(
  "refund_parts",
  { sellerId: sellerId(), refundId: uuid().notNull(), paymentId: uuid().notNull(), amountMinor: minor().notNull() },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.refundId, table.paymentId] }),
    index("refund_parts_payment").on(table.sellerId, table.paymentId),
    foreignKey({ columns: [table.sellerId, table.refundId], foreignColumns: [refunds.sellerId, refunds.id] }).onDelete(
      "cascade",
    ),
    foreignKey({
      columns: [table.sellerId, table.paymentId],
      foreignColumns: [payments.sellerId, payments.id],
    }).onDelete("cascade"),
    check("refund_parts_amount", sql`amount_minor > 0`),
    tenantPolicy("refund_parts"),
  ],
);

/** The books of each order: only ever added to, each entry from one account to another. */
export const ledger = pgTable(
  "ledger",
  {
    sellerId: sellerId(),
    id: id(),
    orderId: uuid().notNull(),
    /** For which it was; null: for what the buyer paid. */
    refundId: uuid(),
    debit: word(ACCOUNTS).notNull(),
    credit: word(ACCOUNTS).notNull(),
    amountMinor: minor().notNull(),
    currency: text().notNull(),
    cause: word(CAUSES).notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    index("ledger_order").on(table.sellerId, table.orderId, table.at),
    index("ledger_refund").on(table.sellerId, table.refundId),
    ofOrder(table),
    foreignKey({ columns: [table.sellerId, table.refundId], foreignColumns: [refunds.sellerId, refunds.id] }).onDelete(
      "cascade",
    ),
    check("ledger_amount", sql`amount_minor > 0 and debit <> credit`),
    oneOf("ledger_debit", "debit", ACCOUNTS),
    oneOf("ledger_credit", "credit", ACCOUNTS),
    oneOf("ledger_cause", "cause", CAUSES),
    tenantPolicy("ledger"),
  ],
);
