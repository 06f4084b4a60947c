import { sql } from "drizzle-orm";
import {
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
import type { StoredRefusal } from "@/lib/kernel/result";
import { BULK_MOVES } from "@/lib/policy/machines/return/return-machine";
import { id, instant, oneOf, sellerId, tenantPolicy, word } from "./columns";

const BULK_ACT_STATES = ["queued", "running", "done"] as const;

/** Machines with moves for many, each beside its subjects' kind. */
const BULK_MOVES_OF: readonly (readonly [string, readonly string[]])[] = [
  ["return", BULK_MOVES],
  ["refund", ["make"]],
];
const movesOf = ([subject, moves]: (typeof BULK_MOVES_OF)[number]): string =>
  `"subject_kind" = '${subject}' and "kind" in (${moves.map((move) => `'${move}'`).join(", ")})`;

/** One act of a person on many subjects of a kind. The key is made by the client: the same submit twice is one bulk act. */
export const bulkActs = pgTable(
  "bulk_acts",
  {
    sellerId: sellerId(),
    id: id(),
    key: text().notNull(),
    subjectKind: text().notNull(),
    /** The move. */
    kind: text().notNull(),
    state: word(BULK_ACT_STATES).notNull(),
    input: jsonb().$type<Record<string, unknown>>().notNull(),
    total: integer().notNull(),
    createdBy: uuid().notNull(),
    createdByName: text().notNull(),
    createdAt: instant().notNull(),
    finishedAt: instant(),
    /** When its starter has seen how it ended; until then it is announced in the console. */
    seenAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("bulk_acts_key").on(table.sellerId, table.key),
    index("bulk_acts_created").on(table.sellerId, table.createdAt, table.id),
    oneOf("bulk_acts_state", "state", BULK_ACT_STATES),
    check("bulk_acts_kind", sql.raw(BULK_MOVES_OF.map(movesOf).join(" or "))),
    tenantPolicy("bulk_acts"),
  ],
);

const BULK_ACT_OUTCOMES = ["moved", "refused"] as const;

export const bulkItems = pgTable(
  "bulk_items",
  {
    sellerId: sellerId(),
    bulkActId: uuid().notNull(),
    /** The place in the list the person saw. */
    position: integer().notNull(),
    subjectId: uuid().notNull(),
    outcome: word(BULK_ACT_OUTCOMES),
    refusal: jsonb().$type<StoredRefusal>(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.bulkActId, table.position] }),
    uniqueIndex("bulk_items_subject").on(table.sellerId, table.bulkActId, table.subjectId),
    foreignKey({ columns: [table.sellerId, table.bulkActId], foreignColumns: [bulkActs.sellerId, bulkActs.id] }),
    oneOf("bulk_items_outcome", "outcome", BULK_ACT_OUTCOMES),
    tenantPolicy("bulk_items"),
  ],
);
