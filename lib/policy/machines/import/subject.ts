import type { ColumnMapping } from "../../imports/column-mapping";
import type { FileReport, ImportCounts, ImportEffects, ImportWarning, Stayed } from "../../imports/import-report";
import type { FileColumns, ImportKind } from "../../imports/mapping";
import type { ImportState } from "./statuses";

/** An import as its moves read it. */
export type ImportSubject = ImportCounts & {
  id: string;
  status: ImportState;
  kind: ImportKind;
  channelId: string;
  channelName: string;
  /** Who brought it; null: the command line. */
  by: { id: string; name: string | null } | null;
  isWithoutAutomation: boolean;
  files: readonly FileReport[];
  warnings: readonly ImportWarning[];
  /** What a person may say of its columns; null: nothing is asked. */
  columns: FileColumns | null;
};

/** What of an import is told wherever it is spoken of. */
export const broughtBy = ({ kind, files, channelName }: ImportSubject) => ({
  of: kind,
  file: files[0]?.name ?? null,
  channel: channelName,
});

/** What moves set on an import beside its state. */
export type ImportPatch = ImportCounts & {
  kind: ImportKind;
  mapping: ColumnMapping | null;
  files: readonly FileReport[];
  warnings: readonly ImportWarning[];
  columns: FileColumns | null;
  /** The file that a worker has open. */
  opened: null;
  bytesDone: number;
  effects: ImportEffects;
  isWithoutAutomation: boolean;
  failure: string | null;
  finishedAt: Date;
  stayed: readonly Stayed[];
  stayedCount: number;
};
