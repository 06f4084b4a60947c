import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  type FileReport,
  type ImportEffects,
  type ImportWarning,
  importRefusals,
  imports,
  type OpenedFile,
  type Stayed,
} from "@/db/schema";
import { insertion } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import type { Actor } from "@/lib/policy/actor";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { FileColumns, ImportKind } from "@/lib/policy/imports/mapping";
import type { RefusedRow } from "./import-file";
import { storableJson } from "./storable";

type ImportState = (typeof imports.$inferSelect)["state"];
export type ImportCounts = { newCount: number; changedCount: number; unchangedCount: number; refusedCount: number };
type Row = { sellerId: string; importId: string };

type NewImport = Row & { channelId: string; state: ImportState; bytesTotal: number; actor: Actor; now: Date };

export async function insertImport(tx: Tx, { sellerId, importId, actor, now, ...row }: NewImport): Promise<void> {
  const by = { createdBy: actor.id, createdByName: actor.name, createdAt: now };
  await tx.insert(imports).values({ sellerId, id: importId, ...row, ...by });
}

const isImport = ({ sellerId, importId }: Row, state: ImportState) =>
  and(eq(imports.sellerId, sellerId), eq(imports.id, importId), eq(imports.state, state));

/** Changes an import that is in this state; false when it no longer is, and nothing was changed. */
export async function updateImport(
  tx: Tx,
  row: Row,
  from: ImportState,
  values: Partial<ImportCounts> & {
    state?: ImportState;
    kind?: ImportKind;
    mapping?: ColumnMapping | null;
    files?: FileReport[];
    warnings?: ImportWarning[];
    columns?: FileColumns | null;
    opened?: OpenedFile | null;
    bytesDone?: number;
    finishedAt?: Date | null;
    failure?: string | null;
    effects?: ImportEffects;
    isWithoutAutomation?: boolean;
    stayed?: Stayed[];
    stayedCount?: number;
  },
): Promise<boolean> {
  const { files, warnings, columns } = values;
  // Names and columns come out of files, where anything may stand.
  const told = {
    ...(files && { files: storableJson(files) }),
    ...(warnings && { warnings: storableJson(warnings) }),
    ...(columns && { columns: storableJson(columns) }),
  };
  const set = { ...values, ...told };
  const rows = await tx.update(imports).set(set).where(isImport(row, from)).returning({ id: imports.id });
  return rows.length > 0;
}

/** Adds a file that has arrived whole to an import that still collects them; false when it no longer does. */
export async function addImportFile(tx: Tx, row: Row, file: FileReport): Promise<boolean> {
  const rows = await tx
    .update(imports)
    .set({
      files: sql`${imports.files} || ${JSON.stringify([file])}::jsonb`,
      bytesTotal: sql`${imports.bytesTotal} + ${file.size}`,
    })
    .where(isImport(row, "uploading"))
    .returning({ id: imports.id });
  return rows.length > 0;
}

/** Forgets an import that has changed nothing, and what was refused of it; false when it is past that. */
export async function deleteImport(tx: Tx, row: Row, state: ImportState): Promise<boolean> {
  const held = await tx.select({ id: imports.id }).from(imports).where(isImport(row, state)).for("update");
  if (held.length === 0) return false;
  await clearRefusals(tx, row);
  const rows = await tx.delete(imports).where(isImport(row, state)).returning({ id: imports.id });
  return rows.length > 0;
}

/** A check that is run again starts from nothing, and so does a file that is refused whole after all. */
export async function clearRefusals(tx: Tx, { sellerId, importId }: Row, file?: string): Promise<void> {
  const ofFile = file === undefined ? undefined : eq(importRefusals.file, file);
  await tx
    .delete(importRefusals)
    .where(and(eq(importRefusals.sellerId, sellerId), eq(importRefusals.importId, importId), ofFile));
}

export async function insertRefusals(tx: Tx, { sellerId, importId }: Row, rows: readonly RefusedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(
    insertion(
      importRefusals,
      rows.map(({ file, refusal }) => ({ sellerId, id: newId(), importId, ...storableJson({ file, ...refusal }) })),
    ),
  );
}
