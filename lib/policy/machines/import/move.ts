import { type ActorKind, OF_THE_SHOP } from "../../actor";
import type { ColumnMapping } from "../../imports/column-mapping";
import type { ImportKind, MappedField } from "../../imports/mapping";
import { moveOf } from "../machine";
import type { ImportState } from "./statuses";
import type { ImportPatch, ImportSubject } from "./subject";

/** Why a move of an import is refused, with the facts that its sentence needs. */
export type ImportRefusal =
  | { code: "wrong_state"; state: ImportState }
  | { code: "no_files" }
  | { code: "nothing_to_import" }
  | { code: "warnings_not_accepted" }
  | { code: "nothing_to_map" }
  | { code: "column_needed"; field: MappedField }
  | { code: "column_unknown"; column: string }
  | { code: "touched_since"; touched: number; total: number };

/** What a move of an import does, as data. */
export type ImportDoing =
  | { kind: "sets"; values: Partial<ImportPatch> }
  /** The worker goes on with it. */
  | { kind: "queues" }
  /** The next file of the same source is read the same way. */
  | { kind: "remembers"; of: ImportKind; names: readonly string[]; mapping: ColumnMapping }
  /** The team is told of all of it in one digest (S1-01). */
  | { kind: "tellsTeam" }
  /** The channel's data is as fresh as that, if it was not fresher. */
  | { kind: "freshens"; asOf: string }
  | { kind: "forgets" };

export type ImportWords = {
  status: ImportState;
  actor: ActorKind;
  subject: ImportSubject;
  refusal: ImportRefusal;
  effect: ImportDoing;
};

export const move = moveOf<ImportWords>();

export const sets = (values: Partial<ImportPatch>): ImportDoing => ({ kind: "sets", values });

/** Whoever works for the shop, and the command line. */
export const ANYBODY_HERE = [...OF_THE_SHOP, "product"] as const;
