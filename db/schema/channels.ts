import { boolean, foreignKey, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { PLANS, PROGRAMMES } from "@/lib/policy/judging/facts";
import { CHANNEL_MODES } from "@/lib/policy/reach";
import type { Floor } from "@/lib/policy/terms/rows";
import { EXEMPT_REASONS, SKU_AUTOMATIONS } from "@/lib/policy/terms/sku-rule";
import type { Operation } from "@/lib/policy/terms/terms";
import { day, id, instant, oneOf, sellerId, tenantPolicy, word, writtenTerms } from "./columns";
import { sellers, users } from "./people";

const MARKETPLACES = ["amazon", "aliexpress", "own"] as const;

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
    /** Made up with the demo; goes with it unless something of the seller's own has come into it. */
    isDemo: boolean().notNull().default(false),
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

/** A published version of a channel's terms; never changed, only followed by the next one (P-10). */
export const policies = pgTable(
  "policies",
  {
    sellerId: sellerId(),
    id: id(),
    channelId: uuid().notNull(),
    version: integer().notNull(),
    effectiveFrom: day().notNull(),
    terms: writtenTerms().notNull(),
    /** Why it was published, in its author's words. */
    note: text().notNull().default(""),
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

/** A version of how a channel works, in force from the moment it was written until the next one (P-10). */
export const operations = pgTable(
  "operations",
  {
    sellerId: sellerId(),
    id: id(),
    channelId: uuid().notNull(),
    version: integer().notNull(),
    operation: jsonb().$type<Operation>().notNull(),
    note: text().notNull().default(""),
    createdBy: uuid().references(() => users.id),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("operations_version").on(table.sellerId, table.channelId, table.version),
    foreignKey({ columns: [table.sellerId, table.channelId], foreignColumns: [channels.sellerId, channels.id] }),
    tenantPolicy("operations"),
  ],
);

/** Terms that are being written and bind nobody yet; one for a channel, shared by the team. */
export const policyDrafts = pgTable(
  "policy_drafts",
  {
    sellerId: sellerId(),
    channelId: uuid().notNull(),
    /** The version that it started from. */
    baseVersion: integer().notNull(),
    terms: writtenTerms().notNull(),
    /** Counts the saves: whoever saves over an older one is told. */
    revision: integer().notNull(),
    updatedBy: uuid()
      .notNull()
      .references(() => users.id),
    updatedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.channelId] }),
    foreignKey({ columns: [table.sellerId, table.channelId], foreignColumns: [channels.sellerId, channels.id] }),
    tenantPolicy("policy_drafts"),
  ],
);

/** Global: what a marketplace asks of every seller at least (S1-04); the operator of the installation keeps it. */
export const marketplaceFloors = pgTable(
  "marketplace_floors",
  {
    marketplace: word(MARKETPLACES).notNull(),
    programme: word(PROGRAMMES).notNull(),
    /** ISO 3166 code; '*' for every country without a row of its own. */
    country: text().notNull(),
    floor: jsonb().$type<Floor>().notNull(),
    /** Where the marketplace says so. */
    source: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.marketplace, table.programme, table.country] })],
);

/** What one SKU is exempt from, and how its requests are answered whatever the channel's choice (P-02, S1-19, S4-01). */
export const skuRules = pgTable(
  "sku_rules",
  {
    sellerId: sellerId(),
    channelId: uuid().notNull(),
    /** The SKU as it compares: plainName. */
    skuKey: text().notNull(),
    sku: text().notNull(),
    /** Null: not exempt from the prepaid programme. */
    exemptReason: word(EXEMPT_REASONS),
    /** Exempt on these days of the channel, both included; null: without beginning, without end. */
    exemptFrom: day(),
    exemptUntil: day(),
    /** Null: as the channel does. */
    automation: word(SKU_AUTOMATIONS),
    updatedBy: uuid().references(() => users.id),
    updatedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.channelId, table.skuKey] }),
    foreignKey({ columns: [table.sellerId, table.channelId], foreignColumns: [channels.sellerId, channels.id] }),
    oneOf("sku_rules_exempt_reason", "exempt_reason", EXEMPT_REASONS),
    oneOf("sku_rules_automation", "automation", SKU_AUTOMATIONS),
    tenantPolicy("sku_rules"),
  ],
);

/** Where parcels come back to. A retired one is offered no more, and keeps its place in what was decided with it. */
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
    /** Made up with the demo. */
    isDemo: boolean().notNull().default(false),
    /** What the team calls it; null: by its recipient and city. */
    label: text(),
    /** When parcels are taken there, in the seller's words. */
    hours: text(),
    retiredAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.sellerId, table.id] }), tenantPolicy("return_addresses")],
);
