import { guessColumns, guessKind } from "@/lib/imports/guess-columns";
import type { ImportRow } from "@/lib/imports/imports";
import type { FileColumns } from "@/lib/policy/imports/mapping";
import { isChecked } from "@/lib/policy/machines/import/statuses";
import { MapColumns } from "./map-columns";

/** Whether a file of a checked import waits for somebody to say what its columns hold. */
export const needsMapping = ({ state, files }: Pick<ImportRow, "state" | "files">): boolean =>
  isChecked(state) && files.some(({ refusal }) => refusal?.code === "needs_mapping");

/** The question what the columns of an import's file hold, filled in as it was answered or is most likely. */
export function AskColumns({ row, found }: { row: ImportRow; found: FileColumns }) {
  const names = found.columns.map(({ name }) => name);
  const guesses = { orders: guessColumns(names, "orders"), returns: guessColumns(names, "returns") };
  const kind = row.mapping ? row.kind : guessKind(names);
  return <MapColumns importId={row.id} found={found} kind={kind} guesses={guesses} current={row.mapping} />;
}
