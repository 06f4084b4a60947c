import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { StoredRefusal } from "@/lib/kernel/result";
import { BULK_MOVES } from "@/lib/policy/machines/return/return-machine";
import { id, instant, oneOf, sellerId, tenantPolicy, word } from "./columns";
import { returns } from "./returns";

export const JOB_STATES = ["queued", "running", "done"] as const;

/** One act on many returns. The key is made by the client: the same submit twice is one job. */
export const jobs = pgTable(
  "jobs",
  {
    sellerId: sellerId(),
    id: id(),
    key: text().notNull(),
    kind: word(BULK_MOVES).notNull(),
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
    oneOf("jobs_kind", "kind", BULK_MOVES),
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
    returnId: uuid().notNull(),
    outcome: word(JOB_OUTCOMES),
    refusal: jsonb().$type<StoredRefusal>(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.jobId, table.position] }),
    uniqueIndex("job_items_return").on(table.sellerId, table.jobId, table.returnId),
    foreignKey({ columns: [table.sellerId, table.jobId], foreignColumns: [jobs.sellerId, jobs.id] }),
    foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
      "cascade",
    ),
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
