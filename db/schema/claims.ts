import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { CLAIM_BARS, CLAIM_CAUSES } from "@/lib/policy/claims/assess-claim";
import { CLAIM_STATUSES } from "@/lib/policy/machines/claim/statuses";
import { day, id, instant, minor, oneOf, sellerId, tenantPolicy, word } from "./columns";
import { orders } from "./orders";
import { returns } from "./returns";

/** Money that a marketplace gave away without us and may give back, one for each return of which it refunded something. */
export const claims = pgTable(
  "claims",
  {
    sellerId: sellerId(),
    id: id(),
    orderId: uuid().notNull(),
    returnId: uuid().notNull(),
    /** Written by the one writer of claims. */
    status: word(CLAIM_STATUSES).notNull(),
    statusChangedAt: instant().notNull(),
    cause: word(CLAIM_CAUSES),
    /** Why it would not be paid. */
    bar: word(CLAIM_BARS),
    /** What can be asked back, what was asked back, and what the marketplace pays; null: not known. */
    amountMinor: minor(),
    claimedMinor: minor(),
    grantedMinor: minor(),
    currency: text().notNull(),
    /** The number that it bears there. */
    claimNumber: text(),
    /** How it stands by the last report, in that report's word. */
    reportedWord: text(),
    note: text(),
    /** When the refund was charged, as a person typed it; null: no report says so. */
    refundedOn: day(),
    /** The last moment to file it: counted from that day, or else from the earliest on which it could have been refunded. */
    dueAt: instant().notNull(),
    /** When it is too late for sure: counted from when we heard of it, while nobody has typed the day. */
    endsAt: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("claims_return").on(table.sellerId, table.returnId),
    // Each part of the list, what is due first at its top.
    index("claims_due").on(table.sellerId, table.status, table.dueAt, table.id),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
      "cascade",
    ),
    foreignKey({ columns: [table.sellerId, table.orderId], foreignColumns: [orders.sellerId, orders.id] }).onDelete(
      "cascade",
    ),
    check("claims_amounts", sql`amount_minor > 0 and claimed_minor > 0 and granted_minor > 0`),
    oneOf("claims_status", "status", CLAIM_STATUSES),
    oneOf("claims_cause", "cause", CLAIM_CAUSES),
    oneOf("claims_bar", "bar", CLAIM_BARS),
    tenantPolicy("claims"),
  ],
);
