import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { ACTOR_KINDS, PRODUCT_PARTS } from "@/lib/policy/actor";
import { CONSEQUENCES, DEADLINE_KINDS, DEADLINE_STATES } from "@/lib/policy/clocks/deadlines";
import { THREAD_KINDS } from "@/lib/policy/events/event-registry";
import { MOVE_NAMES } from "@/lib/policy/machines/return/move-names";
import { id, instant, oneOf, sellerId, tenantPolicy, word } from "./columns";
import { returns } from "./returns";

const ofReturn = (table: { sellerId: AnyPgColumn; returnId: AnyPgColumn }) =>
  foreignKey({ columns: [table.sellerId, table.returnId], foreignColumns: [returns.sellerId, returns.id] }).onDelete(
    "cascade",
  );

/**
 * What happened to a subject, in order; written once, never changed. The thread is what a person reads it under.
 * A move carries both statuses, and the effects it had with what was before them, for whoever takes it back.
 */
export const events = pgTable(
  "events",
  {
    sellerId: sellerId(),
    id: id(),
    subjectKind: text().notNull(),
    subjectId: uuid(),
    threadKind: word(THREAD_KINDS),
    threadId: uuid(),
    /** The subject where it is a return: its history goes with it. */
    returnId: uuid().generatedAlwaysAs(sql`case when subject_kind = 'return' then subject_id end`),
    kind: text().notNull(),
    fromStatus: text(),
    toStatus: text(),
    at: instant().notNull(),
    actorKind: word(ACTOR_KINDS).notNull(),
    actorId: uuid(),
    actorName: text(),
    /** Of the product: which of its parts. */
    actorPart: word(PRODUCT_PARTS),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    effects: jsonb().$type<unknown[]>(),
    bulkActId: uuid(),
    importId: uuid(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    index("events_return").on(table.sellerId, table.returnId, table.id),
    index("events_thread").on(table.sellerId, table.threadId, table.id),
    // The audit page: everything by time, and what one person did.
    index("events_at").on(table.sellerId, table.at, table.id),
    // What imports did, in the shop's own audit.
    index("events_import").on(table.sellerId, table.at, table.id).where(sql`subject_kind = 'import'`),
    index("events_actor").on(table.sellerId, table.actorKind, table.actorId, table.at, table.id),
    ofReturn(table),
    check("events_thread", sql`(thread_kind is null) = (thread_id is null)`),
    oneOf("events_thread_kind", "thread_kind", THREAD_KINDS),
    oneOf("events_actor", "actor_kind", ACTOR_KINDS),
    tenantPolicy("events"),
  ],
);

/** A clock that runs on a return: what is due, for whom, and what happens then. */
export const deadlines = pgTable(
  "deadlines",
  {
    sellerId: sellerId(),
    id: id(),
    returnId: uuid().notNull(),
    kind: word(DEADLINE_KINDS).notNull(),
    dueAt: instant().notNull(),
    /** The report knew the day only (P-23). */
    isApproximate: boolean().notNull(),
    party: text().notNull(),
    consequence: word(CONSEQUENCES).notNull(),
    state: word(DEADLINE_STATES).notNull(),
    closedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    index("deadlines_return").on(table.sellerId, table.returnId),
    uniqueIndex("deadlines_open").on(table.sellerId, table.returnId, table.kind).where(sql`state = 'open'`),
    /** P-04: what is to be refunded, and by when. */
    index("deadlines_refund").on(table.sellerId, table.dueAt).where(sql`kind = 'refund' and state = 'open'`),
    ofReturn(table),
    oneOf("deadlines_kind", "kind", DEADLINE_KINDS),
    oneOf("deadlines_state", "state", DEADLINE_STATES),
    tenantPolicy("deadlines"),
  ],
);

/** A decision made here that the marketplace has to be told by hand; open until ticked or seen in a report (P-19). */
export const handovers = pgTable(
  "handovers",
  {
    sellerId: sellerId(),
    id: id(),
    returnId: uuid().notNull(),
    move: word(MOVE_NAMES).notNull(),
    openedAt: instant().notNull(),
    doneAt: instant(),
    doneBy: text({ enum: ["person", "report", "undo"] }),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("handovers_open").on(table.sellerId, table.returnId).where(sql`done_at is null`),
    index("handovers_return").on(table.sellerId, table.returnId, table.id),
    // What was done lately, for the list of ticks that can be taken back.
    index("handovers_done").on(table.sellerId, table.doneAt, table.id).where(sql`done_at is not null`),
    ofReturn(table),
    tenantPolicy("handovers"),
  ],
);
