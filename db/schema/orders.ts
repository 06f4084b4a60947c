import { sql } from "drizzle-orm";
import {
  boolean,
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
import { OUTBOUND_STATES } from "@/lib/policy/judging/facts";
import type { OrderTender } from "@/lib/policy/money/tenders";
import { channels } from "./channels";
import { day, id, instant, minor, oneOf, sellerId, tenantPolicy, word } from "./columns";

export const orders = pgTable(
  "orders",
  {
    sellerId: sellerId(),
    id: id(),
    channelId: uuid().notNull(),
    number: text().notNull(),
    orderedOn: day().notNull(),
    promisedOn: day(),
    deliveredOn: day(),
    /** When the seller said that it was shipped; that is not yet the carrier's first scan (S3-09). */
    shippedOn: day(),
    /** Where the parcel was when somebody last said so; null: nobody did. */
    outbound: word(OUTBOUND_STATES),
    /** Called off as a whole, as its shop says; of some the day is known too. It is never taken back by a later file. */
    isCancelled: boolean().notNull().default(false),
    cancelledOn: day(),
    /** ISO 3166 code of where it was sent; null: the channel's country is taken for it. */
    shipCountry: text(),
    /** What the buyer paid in all, and for shipping; null: unknown. */
    paidMinor: minor(),
    shippingMinor: minor(),
    /** By what it was paid, as far as files say it. */
    tenders: jsonb().$type<OrderTender[]>().notNull().default([]),
    currency: text().notNull(),
    /** True while only the channel says the currency, not the order. */
    isCurrencyAssumed: boolean().notNull().default(false),
    buyerName: text(),
    buyerEmail: text(),
    buyerLocale: text(),
    createdAt: instant().notNull().defaultNow(),
    /** When its facts last changed; an import that is taken back leaves what changed since. */
    updatedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    oneOf("orders_outbound", "outbound", OUTBOUND_STATES),
    check("orders_cancelled", sql`is_cancelled or cancelled_on is null`),
    uniqueIndex("orders_number").on(table.sellerId, table.channelId, table.number),
    // What was sold in a period.
    index("orders_ordered").on(table.sellerId, table.orderedOn, table.id),
    foreignKey({ columns: [table.sellerId, table.channelId], foreignColumns: [channels.sellerId, channels.id] }),
    tenantPolicy("orders"),
  ],
);

export const orderLines = pgTable(
  "order_lines",
  {
    sellerId: sellerId(),
    id: id(),
    orderId: uuid().notNull(),
    /** The marketplace's order item id; learned late where an older report lacks it. */
    itemId: text(),
    sku: text(),
    asin: text(),
    title: text(),
    category: text(),
    quantity: integer(),
    /** The line's order amount; what was paid in all is unknown on a mirrored order. */
    amountMinor: minor(),
    /** S0-29: sold with the Free Return mark; null: unknown, and then taken as marked. */
    hasFreeReturn: boolean(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("order_lines_item").on(table.sellerId, table.orderId, table.itemId).where(sql`item_id is not null`),
    index("order_lines_order").on(table.sellerId, table.orderId),
    foreignKey({ columns: [table.sellerId, table.orderId], foreignColumns: [orders.sellerId, orders.id] }),
    tenantPolicy("order_lines"),
  ],
);
