import { boolean, foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { CHANNEL_MODES, PLANS, PROGRAMMES } from "../../lib/policy/facts";
import type { Operation, Terms } from "../../lib/policy/terms";
import { day, id, instant, oneOf, sellerId, tenantPolicy, word } from "./columns";
import { sellers, users } from "./people";

export const MARKETPLACES = ["amazon", "aliexpress", "own"] as const;

/** One store on one marketplace, with exactly one programme. */
export const channels = pgTable(
  "channels",
  {
    sellerId: sellerId().references(() => sellers.id),
    id: id(),
    code: text().notNull(),
    name: text().notNull(),
    marketplace: word(MARKETPLACES).notNull(),
    mode: word(CHANNEL_MODES).notNull(),
    programme: word(PROGRAMMES).notNull(),
    plan: word(PLANS).notNull(),
    hasPrepaid: boolean().notNull(),
    country: text().notNull(),
    currency: text().notNull(),
    timeZone: text().notNull(),
    /** How fresh the marketplace's own data is here; null before the first report. */
    dataAsOf: instant(),
    defaultAddressId: uuid(),
    /** Where a buyer's answer to a message goes; null: to the sender's address of the installation. */
    replyTo: text(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("channels_code").on(table.sellerId, table.code),
    foreignKey({
      columns: [table.sellerId, table.defaultAddressId],
      foreignColumns: [returnAddresses.sellerId, returnAddresses.id],
    }),
    oneOf("channels_mode", "mode", CHANNEL_MODES),
    oneOf("channels_programme", "programme", PROGRAMMES),
    oneOf("channels_plan", "plan", PLANS),
    oneOf("channels_marketplace", "marketplace", MARKETPLACES),
    tenantPolicy("channels"),
  ],
);

/** A published version of a channel's policy; never changed, only followed by the next one (P-10). */
export const policies = pgTable(
  "policies",
  {
    sellerId: sellerId(),
    id: id(),
    channelId: uuid().notNull(),
    version: integer().notNull(),
    effectiveFrom: day().notNull(),
    terms: jsonb().$type<Terms>().notNull(),
    operation: jsonb().$type<Operation>().notNull(),
    createdBy: uuid().references(() => users.id),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("policies_version").on(table.sellerId, table.channelId, table.version),
    foreignKey({
      columns: [table.sellerId, table.channelId],
      foreignColumns: [channels.sellerId, channels.id],
    }),
    tenantPolicy("policies"),
  ],
);

/** Where parcels come back to. */
export const returnAddresses = pgTable(
  "return_addresses",
  {
    sellerId: sellerId().references(() => sellers.id),
    id: id(),
    recipient: text().notNull(),
    line1: text().notNull(),
    line2: text(),
    city: text().notNull(),
    region: text(),
    postalCode: text().notNull(),
    country: text().notNull(),
    phone: text(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.sellerId, table.id] }), tenantPolicy("return_addresses")],
);
