import { sql } from "drizzle-orm";
import { boolean, index, integer, pgPolicy, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { ROLES } from "../../lib/permissions";
import { APP_ROLE, currentSeller, currentUser, id, instant, oneOf, sellerId, tenantPolicy, word } from "./columns";

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
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [uniqueIndex("users_email").on(table.email)],
);

/** Global: decides on every request whether its cookie still counts, and which seller it looks at. */
export const sessions = pgTable(
  "sessions",
  {
    id: id().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => users.id),
    /** Null for support staff who have not chosen a seller yet. */
    sellerId: uuid(),
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

/** The tenant itself. A person sees the sellers they belong to; support staff see all of them. */
export const sellers = pgTable(
  "sellers",
  {
    id: id().primaryKey(),
    name: text().notNull(),
    locale: text().notNull().default("en"),
    lastReturnNumber: integer().notNull().default(10000),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("sellers_name").on(table.name),
    pgPolicy("sellers_seen", {
      for: "all",
      to: APP_ROLE,
      using: sql`id = ${currentSeller}
        or exists (select from memberships m where m.seller_id = sellers.id and m.user_id = ${currentUser})
        or exists (select from users u where u.id = ${currentUser} and u.is_support)`,
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
