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
import { BULK_MOVES, type BulkMove } from "@/lib/policy/machines/return/return-machine";
import { id, instant, oneOf, sellerId, tenantPolicy, word } from "./columns";

export const JOB_STATES = ["queued", "running", "done"] as const;

/** Machines with moves for many, each beside its subjects' kind. */
const BULK_MOVES_OF: readonly (readonly [string, readonly string[]])[] = [["return", BULK_MOVES]];
const movesOf = ([subject, moves]: (typeof BULK_MOVES_OF)[number]): string =>
  `"subject_kind" = '${subject}' and "kind" in (${moves.map((move) => `'${move}'`).join(", ")})`;

/** One act of a person on many subjects of a kind. The key is made by the client: the same submit twice is one job. */
export const jobs = pgTable(
  "jobs",
  {
    sellerId: sellerId(),
    id: id(),
    key: text().notNull(),
    subjectKind: text().notNull(),
    /** The move. */
    kind: text().$type<BulkMove>().notNull(),
    state: word(JOB_STATES).notNull(),
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
    uniqueIndex("jobs_key").on(table.sellerId, table.key),
    index("jobs_created").on(table.sellerId, table.createdAt, table.id),
    oneOf("jobs_state", "state", JOB_STATES),
    check("jobs_kind", sql.raw(BULK_MOVES_OF.map(movesOf).join(" or "))),
    tenantPolicy("jobs"),
  ],
);

export const JOB_OUTCOMES = ["moved", "refused"] as const;

export const jobItems = pgTable(
  "job_items",
  {
    sellerId: sellerId(),
    jobId: uuid().notNull(),
    /** The place in the list the person saw. */
    position: integer().notNull(),
    subjectId: uuid().notNull(),
    outcome: word(JOB_OUTCOMES),
    refusal: jsonb().$type<StoredRefusal>(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.jobId, table.position] }),
    uniqueIndex("job_items_subject").on(table.sellerId, table.jobId, table.subjectId),
    foreignKey({ columns: [table.sellerId, table.jobId], foreignColumns: [jobs.sellerId, jobs.id] }),
    oneOf("job_items_outcome", "outcome", JOB_OUTCOMES),
    tenantPolicy("job_items"),
  ],
);

export const WORK_KINDS = [
  "bulk",
  "import",
  "outbox",
  "mail",
  "deadline",
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
