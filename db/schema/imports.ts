import {
  type AnyPgColumn,
  bigint,
  boolean,
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
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { FileReport, ImportEffects, ImportWarning, OpenedFile, Stayed } from "@/lib/policy/imports/import-report";
import { type FileColumns, IMPORT_KINDS } from "@/lib/policy/imports/mapping";
import { IMPORT_STATES } from "@/lib/policy/machines/import/statuses";
import { channels } from "./channels";
import { id, instant, oneOf, sellerId, tenantPolicy, word } from "./columns";

export type {
  FileReport,
  ImportEffects,
  ImportWarning,
  OpenedFile,
  OrderStayReason,
  Stayed,
  StayedOrder,
  StayedReturn,
  StayReason,
} from "@/lib/policy/imports/import-report";

/** A return as it stood before a report changed it: enough to put it back. */
export type ReturnBefore = { row: Record<string, unknown>; lines: Record<string, unknown>[]; hasMoved: boolean };

/** An order as it stood before an import changed it. */
export type OrderBefore = { row: Record<string, unknown>; lines: Record<string, unknown>[] };

/** One run of one or more report files into one channel: first checked without effect, then carried out. */
export const imports = pgTable(
  "imports",
  {
    sellerId: sellerId(),
    id: id(),
    channelId: uuid().notNull(),
    kind: word(IMPORT_KINDS).notNull().default("returns"),
    /** Of a file that no format of ours describes: which of its columns is what. */
    mapping: jsonb().$type<ColumnMapping>(),
    state: word(IMPORT_STATES).notNull(),
    /** What each file turned out to be. */
    files: jsonb().$type<FileReport[]>().notNull().default([]),
    warnings: jsonb().$type<ImportWarning[]>().notNull().default([]),
    /** What a person is asked about, as the worker read it; forgotten once the import has run. */
    columns: jsonb().$type<FileColumns>(),
    /** Left behind by a worker that ended with the file open: nobody opens it again. */
    opened: jsonb().$type<OpenedFile>(),
    bytesTotal: bigint({ mode: "number" }).notNull().default(0),
    bytesDone: bigint({ mode: "number" }).notNull().default(0),
    newCount: integer().notNull().default(0),
    changedCount: integer().notNull().default(0),
    unchangedCount: integer().notNull().default(0),
    refusedCount: integer().notNull().default(0),
    createdBy: uuid(),
    createdByName: text(),
    createdAt: instant().notNull(),
    finishedAt: instant(),
    failure: text(),
    effects: jsonb().$type<ImportEffects>(),
    /** Whoever confirmed it chose that nothing is authorized by it. */
    isWithoutAutomation: boolean().notNull().default(false),
    /** What could not be taken back, once it was undone: the first of them, and how many they are. */
    stayed: jsonb().$type<Stayed[]>(),
    stayedCount: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    index("imports_created").on(table.sellerId, table.createdAt, table.id),
    foreignKey({ columns: [table.sellerId, table.channelId], foreignColumns: [channels.sellerId, channels.id] }),
    oneOf("imports_state", "state", IMPORT_STATES),
    oneOf("imports_kind", "kind", IMPORT_KINDS),
    tenantPolicy("imports"),
  ],
);

/** How a file of a source was read the last time, found again by its header. */
export const importMappings = pgTable(
  "import_mappings",
  {
    sellerId: sellerId(),
    id: id(),
    channelId: uuid().notNull(),
    kind: word(IMPORT_KINDS).notNull(),
    /** The header's names, in plain spelling and sorted; the same file from the same source has the same. */
    signature: text().notNull(),
    mapping: jsonb().$type<ColumnMapping>().notNull(),
    updatedAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    uniqueIndex("import_mappings_signature").on(table.sellerId, table.channelId, table.kind, table.signature),
    foreignKey({ columns: [table.sellerId, table.channelId], foreignColumns: [channels.sellerId, channels.id] }),
    oneOf("import_mappings_kind", "kind", IMPORT_KINDS),
    tenantPolicy("import_mappings"),
  ],
);

const ofImport = (table: { sellerId: AnyPgColumn; importId: AnyPgColumn }) =>
  foreignKey({ columns: [table.sellerId, table.importId], foreignColumns: [imports.sellerId, imports.id] });

/** A row that did not go in, as it came, with where and why. */
export const importRefusals = pgTable(
  "import_refusals",
  {
    sellerId: sellerId(),
    id: id(),
    importId: uuid().notNull(),
    file: text().notNull(),
    line: integer().notNull(),
    column: text(),
    code: text().notNull(),
    value: text(),
    raw: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.id] }),
    index("import_refusals_import").on(table.sellerId, table.importId, table.id),
    ofImport(table),
    tenantPolicy("import_refusals"),
  ],
);

const CHANGE_KINDS = ["new", "changed"] as const;

/** What an import did to a return, and how it stood before, so that it can be taken back. */
export const importChanges = pgTable(
  "import_changes",
  {
    sellerId: sellerId(),
    importId: uuid().notNull(),
    returnId: uuid().notNull(),
    kind: word(CHANGE_KINDS).notNull(),
    before: jsonb().$type<ReturnBefore>(),
    /** The return's version right after the import; any other one means that somebody touched it since. */
    versionAfter: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.importId, table.returnId] }),
    ofImport(table),
    oneOf("import_changes_kind", "kind", CHANGE_KINDS),
    tenantPolicy("import_changes"),
  ],
);

/** What an import did to an order, and how it stood before, so that it can be taken back. */
export const importOrderChanges = pgTable(
  "import_order_changes",
  {
    sellerId: sellerId(),
    importId: uuid().notNull(),
    orderId: uuid().notNull(),
    kind: word(CHANGE_KINDS).notNull(),
    before: jsonb().$type<OrderBefore>(),
    /** The order's updatedAt right after the import; any other one means that somebody touched it since. */
    updatedAfter: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sellerId, table.importId, table.orderId] }),
    ofImport(table),
    oneOf("import_order_changes_kind", "kind", CHANGE_KINDS),
    tenantPolicy("import_order_changes"),
  ],
);
