import { index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, instant, oneOf, sellerId, word } from "./columns";

export const WORK_KINDS = [
  "bulk",
  "import",
  "outbox",
  "mail",
  "deadline",
  "arrival",
  "claim",
  "robot",
  "watch",
  "rejudge",
  "preview",
  "labels",
] as const;

/** Global, and without content: what is to be done for any seller, leased by one worker at a time. */
export const workItems = pgTable(
  "work_items",
  {
    sellerId: sellerId(),
    kind: word(WORK_KINDS).notNull(),
    id: id(),
    dueAt: instant().notNull(),
    leaseUntil: instant(),
    /** Fencing: a worker that lost its lease finds another token here and stops. */
    leaseToken: uuid(),
    attempts: integer().notNull().default(0),
    lastError: text(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.kind, table.id] }),
    index("work_items_due").on(table.kind, table.dueAt, table.id),
    oneOf("work_items_kind", "kind", WORK_KINDS),
  ],
);
