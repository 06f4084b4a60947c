import type { Cell } from "@/lib/kernel/list/list";
import { minorToDecimal } from "@/lib/kernel/money";
import { csvOf } from "../csv";

/** A cell as a file holds it: instants in UTC, amounts as decimals, what is unknown empty. */
function written(cell: Cell): string | number {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString();
  return typeof cell === "object" ? minorToDecimal(cell) : cell;
}

type Filed<Row, Name extends string> = { inFile: readonly Name[]; valueOf: (row: Row, name: Name) => Cell };

/** The columns of a list as CSV, under their names, for all rows that come; `without` leaves some out. */
export function listCsv<Row, Name extends string>(
  list: Filed<Row, Name>,
  rows: AsyncIterable<Row>,
  { without = [] }: { without?: readonly Name[] } = {},
): AsyncGenerator<string> {
  const names = list.inFile.filter((name) => !without.includes(name));
  const lines = (async function* () {
    for await (const row of rows)
      yield Object.fromEntries(names.map((name) => [name, written(list.valueOf(row, name))]));
  })();
  return csvOf(lines, names);
}
