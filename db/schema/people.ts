import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { LOCALES } from "@/lib/kernel/locale";
import { ACTOR_KINDS } from "@/lib/policy/actor";
import { SELLER_EVENT_KINDS } from "@/lib/policy/events/seller-event-kinds";
import { TEAM_EVENTS, type TeamEvent } from "@/lib/policy/messages/message";
import { ROBOT_KINDS } from "@/lib/policy/messages/robot-kinds";
import { ROLES } from "@/lib/policy/permissions";
import {
  APP_ROLE,
  currentSeller,
  currentUser,
  day,
  id,
  instant,
  oneOf,
  SEEN_SELLERS,
  sellerId,
  tenantPolicy,
  word,
} from "./columns";

/** Global: a person may belong to several sellers. `email` is the canonical spelling, the only one that signs in. */
export const users = pgTable(
  "users",
  {
    id: id().primaryKey(),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text().notNull(),
    isSupport: boolean().notNull().default(false),
    isActive: boolean().notNull().default(true),
    /** The columns of the lists of returns, in their order; null: as each tab has them. */
    listColumns: text().array(),
    /** The language mails to this person are written in; null: the seller's. */
    locale: text(),
    createdAt: instant().notNull().defaultNow(),
    /** Since when a mail sent to the address is known to have reached this person; null: the address is only claimed. */
    emailProvenAt: instant(),
    /** Since when the address belongs to another account, whose person proved it; this one signs in no more. */
    replacedAt: instant(),
  },
  (table) => [uniqueIndex("users_email").on(table.email).where(sql`replaced_at is null`)],
);

/** Global: decides on every request whether its cookie still counts, and which seller it looks at. */
export const sessions = pgTable(
  "sessions",
  {
    id: id().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    /** Null for support staff who are in no shop. */
    sellerId: uuid().references(() => sellers.id),
    /** Until when support staff may look at it; a member needs no such time. */
    visitUntil: instant(),
    createdAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [index("sessions_user").on(table.userId, table.id)],
);

/** Global: wrong passwords per account and per address; a restart forgives nothing. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    id: id().primaryKey(),
    /** `email:<canonical>` or `ip:<IPv4 or IPv6 /64>`. */
    key: text().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [index("sign_in_attempts_key").on(table.key, table.at)],
);

/** The tenant itself. A person sees the sellers they belong to; support staff see all of them (`withUser` says which). */
export const sellers = pgTable(
  "sellers",
  {
    id: id().primaryKey(),
    name: text().notNull(),
    locale: text().notNull().default("en"),
    lastReturnNumber: integer().notNull().default(10000),
    /** Holds made-up returns and stores of the demo, which one act takes away. */
    isDemo: boolean().notNull().default(false),
    /** Since when nothing is decided by itself, and by whom; null: automation is on. */
    automationPausedAt: instant(),
    automationPausedBy: text(),
    /** When the daily digest is sent, and in which IANA zone that hour is. */
    digestHour: integer().notNull().default(9),
    digestZone: text().notNull().default("UTC"),
    /** The last day the digest was sent for, and up to when what became overdue has been told. */
    digestOn: day(),
    overdueToldUntil: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("sellers_name").on(table.name),
    pgPolicy("sellers_seen", {
      for: "all",
      to: APP_ROLE,
      using: sql`id = ${currentSeller} or ${SEEN_SELLERS} = '*' or id = any(string_to_array(nullif(${SEEN_SELLERS}, '*'), ',')::uuid[])`,
      withCheck: sql`id = ${currentSeller}`,
    }),
  ],
);

export const memberships = pgTable(
  "memberships",
  {
    sellerId: sellerId().references(() => sellers.id),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    role: word(ROLES).notNull(),
    /** Since when this person may no longer work for the seller; what they did stays theirs. */
    deactivatedAt: instant(),
    /** How many returns one act may take; null: as many as anybody. */
    bulkLimit: integer(),
    /** The most that one act may refund, in minor units by currency; a currency that is missing is not limited. */
    refundLimits: jsonb().$type<Record<string, number>>().notNull().default({}),
    /** The same for all refunds that this person lets go in one day of the shop. */
    refundDayLimits: jsonb().$type<Record<string, number>>().notNull().default({}),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.userId] }),
    index("memberships_user").on(table.userId),
    oneOf("memberships_role", "role", ROLES),
    tenantPolicy("memberships"),
    pgPolicy("memberships_own", { for: "select", to: APP_ROLE, using: sql`user_id = ${currentUser}` }),
  ],
);

/** Somebody who was asked to join, until they have: the link in the mail is made of the id and the server's secret. */
export const invites = pgTable(
  "invites",
  {
    sellerId: sellerId().references(() => sellers.id),
    id: id(),
    /** Canonical, as in users. */
    email: text().notNull(),
    role: word(ROLES).notNull(),
    locale: text(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id),
    /** Who stands for it now: whoever sent it last. It is worth what that person may do when it is used. */
    offeredBy: uuid()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("invites_open").on(table.sellerId, table.email).where(sql`accepted_at is null and revoked_at is null`),
    oneOf("invites_role", "role", ROLES),
    tenantPolicy("invites"),
  ],
);

/** Global: a person who forgot the password, found before any seller is known. Used once, and for a short while. */
export const passwordResets = pgTable(
  "password_resets",
  {
    id: id().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    /** The shop whose owner offered it, and who that was; null: the person asked for it. */
    sellerId: uuid().references(() => sellers.id),
    offeredBy: uuid().references(() => users.id),
    /** Whether its link leaves by mail alone: then whoever uses it reads what is sent to the address. */
    isMailed: boolean().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    /** Since when it leads nowhere, unused: what it was offered for has changed. */
    voidAt: instant(),
  },
  (table) => [
    index("password_resets_user").on(table.userId, table.createdAt),
    check("password_resets_offer", sql`is_mailed or (seller_id is not null and offered_by is not null)`),
  ],
);

/** What a member wants to be told by mail; without a row it is the role's default. */
export const notificationPreferences = pgTable(
  "notification_preferences",
  {
    sellerId: sellerId(),
    userId: uuid().notNull(),
    event: word(TEAM_EVENTS).notNull(),
    isOn: boolean().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.userId, table.event] }),
    foreignKey({
      columns: [table.sellerId, table.userId],
      foreignColumns: [memberships.sellerId, memberships.userId],
    }).onDelete("cascade"),
    oneOf("notification_preferences_event", "event", TEAM_EVENTS),
    tenantPolicy("notification_preferences"),
  ],
);

/** A list of returns that somebody keeps coming back to: the query of its address, without page and selection. */
export const savedViews = pgTable(
  "saved_views",
  {
    sellerId: sellerId(),
    id: id(),
    ownerId: uuid().notNull(),
    /** Everybody of the seller sees it; only its owner changes it. */
    isShared: boolean().notNull(),
    name: text().notNull(),
    query: text().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("saved_views_name").on(table.sellerId, table.ownerId, table.name),
    foreignKey({
      columns: [table.sellerId, table.ownerId],
      foreignColumns: [memberships.sellerId, memberships.userId],
    }).onDelete("cascade"),
    tenantPolicy("saved_views"),
  ],
);

/** A group robot that is told what the team is told. */
export const robots = pgTable(
  "robots",
  {
    sellerId: sellerId().references(() => sellers.id),
    id: id(),
    kind: word(ROBOT_KINDS).notNull(),
    name: text().notNull(),
    /** Holds the robot's key: shown to nobody again. */
    url: text().notNull(),
    /** For the kinds that sign; null where the group does not ask for it. */
    secret: text(),
    locale: word(LOCALES).notNull(),
    events: jsonb().$type<TeamEvent[]>().notNull(),
    isOn: boolean().notNull(),
    createdAt: instant().notNull(),
    retiredAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    oneOf("robots_kind", "kind", ROBOT_KINDS),
    tenantPolicy("robots"),
  ],
);

/** What somebody did to the shop itself and not to a return, for the audit; written with it, once, and never changed. */
export const sellerEvents = pgTable(
  "seller_events",
  {
    sellerId: sellerId().references(() => sellers.id),
    id: id(),
    kind: word(SELLER_EVENT_KINDS).notNull(),
    at: instant().notNull(),
    actorKind: word(ACTOR_KINDS).notNull(),
    actorId: uuid(),
    actorName: text(),
    /** The channel or the person it was about, and what either was called on that day. */
    subjectId: uuid(),
    subjectName: text(),
    data: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    index("seller_events_at").on(table.sellerId, table.at, table.id),
    index("seller_events_actor").on(table.sellerId, table.actorKind, table.actorId, table.at, table.id),
    oneOf("seller_events_actor", "actor_kind", ACTOR_KINDS),
    oneOf("seller_events_kind", "kind", SELLER_EVENT_KINDS),
    tenantPolicy("seller_events"),
  ],
);
