import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type FileReport, importRefusals, imports, type OpenedFile } from "@/db/schema";
import { insertion } from "@/db/write-set";
import { newId } from "@/lib/kernel/ids";
import type { Actor } from "@/lib/policy/actor";
import type { ImportCounts } from "@/lib/policy/imports/import-report";
import { COLLECTING, type ImportState } from "@/lib/policy/machines/import/statuses";
import type { RefusedRow } from "./import-file";

/** A text as the database can keep it: what no text may hold is shown as the sign of a broken character. */
const storable = (text: string): string => text.replace(/\0|\p{Cs}/gu, "\ufffd");

/** The same for every text inside of a value that is kept as JSON. */
export const storableJson = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value, (_, part) => (typeof part === "string" ? storable(part) : part)));

type Row = { sellerId: string; importId: string };

type NewImport = Row & { channelId: string; state: ImportState; bytesTotal: number; actor: Actor; now: Date };

export async function insertImport(tx: Tx, { sellerId, importId, actor, now, ...row }: NewImport): Promise<void> {
  const by = { createdBy: actor.id, createdByName: actor.name, createdAt: now };
  await tx.insert(imports).values({ sellerId, id: importId, ...row, ...by });
}

const isImport = ({ sellerId, importId }: Row, state: ImportState) =>
  and(eq(imports.sellerId, sellerId), eq(imports.id, importId), eq(imports.state, state));

/** Tells how far an import is that is still in this state; false when it no longer is, and nothing was changed. */
export async function tellProgress(
  tx: Tx,
  row: Row,
  during: ImportState,
  values: Partial<ImportCounts> & { bytesDone?: number; opened?: OpenedFile },
): Promise<boolean> {
  const rows = await tx.update(imports).set(values).where(isImport(row, during)).returning({ id: imports.id });
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
    .where(isImport(row, COLLECTING))
    .returning({ id: imports.id });
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
