import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Address } from "@/lib/kernel/address";
import { KEY_KINDS } from "@/lib/kernel/search-key";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import { OUTBOUND_STATES } from "@/lib/policy/judging/facts";
import { LABEL_KINDS, PAYERS } from "@/lib/policy/judging/label-words";
import { VERDICTS } from "@/lib/policy/judging/verdict";
import { NOT_UNDERSTOOD, STATUSES, type StatusTab, TAB_OF_STATUS } from "@/lib/policy/machines/return/statuses";
import type { MarketplaceRecord } from "@/lib/policy/marketplace-record";
import { channels, operations, policies } from "./channels";
import { byteOrderedText, day, id, instant, minor, oneOf, sellerId, tenantPolicy, word } from "./columns";
import { files } from "./files";
import { orderLines, orders } from "./orders";
import { memberships } from "./people";
import type { Labels } from "./reasons";

/** `parcel`: nobody asked, it came all the same. */
const RETURN_SOURCES = ["report", "portal", "person", "parcel"] as const;

const LIST_TABS = [
  "authorization_required",
  "awaiting_return",
  "received",
  "closed",
] as const satisfies readonly StatusTab[];

const tabOfStatus = sql.raw(
  `case "status" ${STATUSES.filter((status) => TAB_OF_STATUS[status] !== null)
    .map((status) => `when '${status}' then '${TAB_OF_STATUS[status]}'`)
    .join(" ")} end`,
);

/** One request by one buyer about one order. `status` is written by moveReturns and nobody else. */
export const returns = pgTable(
  "returns",
  {
    sellerId: sellerId(),
    id: id(),
    channelId: uuid().notNull(),
    orderId: uuid().notNull(),
    /** R-<number>: ours from the start. */
    number: integer().notNull(),
    /** Ours once authorized. */
    rma: text(),
    /** The marketplace's. */
    channelRma: text(),
    source: word(RETURN_SOURCES).notNull(),
    status: word(STATUSES).notNull(),
    /** Null: in none but All, because nobody knows the word for its status (P-29). */
    tab: word(LIST_TABS).generatedAlwaysAs(tabOfStatus),
    statusChangedAt: instant().notNull().defaultNow(),
    /** How many events have touched the return; a screen that is older than this says so. */
    version: integer().notNull().default(1),
    requestedOn: day().notNull(),
    /** Null where the report knew the day only. */
    requestedAt: instant(),
    evaluation: jsonb().$type<Evaluation>().notNull(),
    verdict: word(VERDICTS).notNull().generatedAlwaysAs(sql`evaluation->>'verdict'`),
    isExempt: boolean().notNull().generatedAlwaysAs(sql`(evaluation->>'isExempt')::boolean`),
    isPrepaidEligible: boolean().notNull().generatedAlwaysAs(sql`(evaluation->>'isPrepaidEligible')::boolean`),
    orderPolicyId: uuid().notNull(),
    requestPolicyId: uuid().notNull(),
    /** The version of the operation that decided; set with the decision. */
    operationId: uuid(),
    currency: text().notNull(),
    valueMinor: minor(),
    buyerComment: text(),
    reportedStatus: text(),
    reported: jsonb().$type<MarketplaceRecord>(),
    isDisputed: boolean().notNull().default(false),
    /** Derived from the open deadlines and written only with them. */
    nextDueAt: instant(),
    dueSort: timestamp({ withTimezone: true, precision: 3, mode: "string" })
      .notNull()
      .generatedAlwaysAs(sql`coalesce(next_due_at, 'infinity'::timestamptz)`),
    /** Derived from the deadlines like the next one: one was past before the return came in (P-18), or was answered late (P-32). */
    isMissed: boolean().notNull().default(false),
    isLate: boolean().notNull().default(false),
    /** Currency by currency, and in each what is unknown first. */
    valueSort: byteOrderedText()
      .notNull()
      .generatedAlwaysAs(sql`currency || coalesce(lpad(value_minor::text, 15, '0'), '')`),
    address: jsonb().$type<Address>(),
    labelKind: word(LABEL_KINDS),
    /** P-33: who pays the way back to the address that was chosen; null: as it was judged. */
    labelPaidBy: word(PAYERS),
    labelFileId: uuid(),
    /** Of a prepaid label: what it cost, whose it is, and the number it travels under. */
    labelCostMinor: minor(),
    labelCurrency: text(),
    labelCarrier: text(),
    labelTracking: text(),
    /** When the buyer took the label, or somebody recorded that they did. */
    labelFetchedAt: instant(),
    instructions: text(),
    closeReason: text(),
    closeComment: text(),
    /** What a close reason of the seller's own was called on its day; null: one of ours. */
    closeReasonLabels: jsonb().$type<Labels>(),
    /** Made up with the demo. */
    isDemo: boolean().notNull().default(false),
    /** Whose task it is; null: anybody's. */
    assigneeId: uuid(),
    outbound: word(OUTBOUND_STATES).generatedAlwaysAs(sql`evaluation->>'outbound'`),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("returns_number").on(table.sellerId, table.number),
    uniqueIndex("returns_rma").on(table.sellerId, table.rma),
    // By the order first: it also finds what else came back of one.
    uniqueIndex("returns_channel_rma").on(table.sellerId, table.orderId, table.channelRma, table.channelId),
    // Every tab by next deadline and newest first; a verdict, a channel and a person's, in a tab or over all.
    index("returns_tab_due").on(table.sellerId, table.tab, table.dueSort, table.id),
    index("returns_tab_requested").on(table.sellerId, table.tab, table.requestedOn, table.id),
    index("returns_verdict_tab_due").on(table.sellerId, table.verdict, table.tab, table.dueSort, table.id),
    index("returns_channel_tab_due").on(table.sellerId, table.channelId, table.tab, table.dueSort, table.id),
    index("returns_assignee_due").on(table.sellerId, table.assigneeId, table.tab, table.dueSort, table.id),
    // All of them, by each thing that the list is sorted by.
    index("returns_due").on(table.sellerId, table.dueSort, table.id),
    index("returns_requested").on(table.sellerId, table.requestedOn, table.id),
    index("returns_value").on(table.sellerId, table.valueSort, table.id),
    // What is rare: an overlay, and what a filter or a count looks for.
    index("returns_disputed_due").on(table.sellerId, table.dueSort, table.id).where(sql`is_disputed`),
    index("returns_rare_due")
      .on(table.sellerId, table.tab, table.dueSort, table.id)
      .where(
        sql.raw(
          `is_exempt or is_missed or is_late or status = '${NOT_UNDERSTOOD}' or outbound in ('not_handed_over', 'on_its_way')`,
        ),
      ),
    foreignKey({ columns: [table.sellerId, table.channelId], foreignColumns: [channels.sellerId, channels.id] }),
    foreignKey({ columns: [table.sellerId, table.orderId], foreignColumns: [orders.sellerId, orders.id] }),
    foreignKey({ columns: [table.sellerId, table.orderPolicyId], foreignColumns: [policies.sellerId, policies.id] }),
    foreignKey({ columns: [table.sellerId, table.requestPolicyId], foreignColumns: [policies.sellerId, policies.id] }),
    foreignKey({ columns: [table.sellerId, table.operationId], foreignColumns: [operations.sellerId, operations.id] }),
    foreignKey({
      columns: [table.sellerId, table.assigneeId],
      foreignColumns: [memberships.sellerId, memberships.userId],
    }),
    foreignKey({ columns: [table.sellerId, table.labelFileId], foreignColumns: [files.sellerId, files.id] }),
    oneOf("returns_status", "status", STATUSES),
    oneOf("returns_label_kind", "label_kind", LABEL_KINDS),
    oneOf("returns_label_paid_by", "label_paid_by", PAYERS),
    tenantPolicy("returns"),
  ],
);

export const returnLines = pgTable(
  "return_lines",
  {
    sellerId: sellerId(),
    id: id(),
    returnId: uuid().notNull(),
    orderLineId: uuid().notNull(),
    position: integer().notNull(),
    /** The reason as it came, and its comparable form (P-08). */
    reason: text().notNull(),
    reasonKey: text().notNull(),
    /** What a reason of the seller's own was called on its day; null: one of a marketplace. */
    reasonLabels: jsonb().$type<Labels>(),
    quantity: integer().notNull(),
    /** Units that were closed when the others were authorized; what was asked for stays as it came. */
    closedQuantity: integer().notNull().default(0),
    /** What the marketplace says it refunded (P-22); null is unknown. */
    reportedRefundedMinor: minor(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("return_lines_position").on(table.sellerId, table.returnId, table.position),
    index("return_lines_reason").on(table.sellerId, table.reasonKey, table.returnId),
    index("return_lines_order_line").on(table.sellerId, table.orderLineId),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [table.sellerId, table.orderLineId], foreignColumns: [orderLines.sellerId, orderLines.id] }),
    tenantPolicy("return_lines"),
  ],
);

/** What a return can be found by: normalised, in byte order, so that a prefix is a range of the index. */
export const returnKeys = pgTable(
  "return_keys",
  {
    sellerId: sellerId(),
    key: byteOrderedText().notNull(),
    kind: word(KEY_KINDS).notNull(),
    returnId: uuid().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.key, table.kind, table.returnId] }),
    index("return_keys_return").on(table.sellerId, table.returnId),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
      "cascade",
    ),
    oneOf("return_keys_kind", "kind", KEY_KINDS),
    tenantPolicy("return_keys"),
  ],
);
