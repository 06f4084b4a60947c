import { sql } from "drizzle-orm";
import { index, jsonb, pgPolicy, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { ACCOUNT_EVENT_KINDS } from "@/lib/policy/events/account";
import { APP_ROLE, currentUser, id, instant, oneOf, word } from "./columns";
import { users } from "./people";

const ownPolicy = (table: string) =>
  pgPolicy(`${table}_of_user`, {
    for: "all",
    to: APP_ROLE,
    using: sql`user_id = ${currentUser}`,
    withCheck: sql`user_id = ${currentUser}`,
  });

/** What happened to an account itself, for its person; written once, never changed. */
export const accountEvents = pgTable(
  "account_events",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    id: id(),
    kind: word(ACCOUNT_EVENT_KINDS).notNull(),
    at: instant().notNull(),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.id] }),
    index("account_events_at").on(table.userId, table.at, table.id),
    oneOf("account_events_kind", "kind", ACCOUNT_EVENT_KINDS),
    ownPolicy("account_events"),
  ],
);

/** Browsers an account was signed in with: they are not locked out with strangers, and a new one is told of by mail. */
export const devices = pgTable(
  "devices",
  {
    userId: uuid()
      .notNull()
      .references(() => users.id),
    /** What the browser's own cookie carries, sealed. */
    id: id(),
    /** As the browser calls itself, in short: "Chrome, Windows". */
    name: text(),
    createdAt: instant().notNull(),
    usedAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.id] }), ownPolicy("devices")],
);
