import { countedBytes, type ImportFile } from "./import-file";
import { tableOf } from "./read/read-report";
import { columnNames } from "./read/read-table";

/** Lines that are looked at to show what stands in a column. */
const SAMPLE = 200;
const SHOWN = 50;

export type FileColumns = { file: string; columns: { name: string; values: string[] }[] };

/** The columns of a table that no format of ours describes, each with what stands in its first lines; null: no table. */
export async function readColumns(file: ImportFile): Promise<FileColumns | null> {
  const table = await tableOf({ name: file.name, bytes: countedBytes(file, () => undefined) });
  if (!table) return null;
  const names = columnNames(table.header);
  const values: string[][] = names.map(() => []);
  let lines = 0;
  for await (const { cells } of table.lines) {
    for (const [index, cell] of cells.entries()) if (cell.trim() !== "") values[index]?.push(cell.trim().slice(0, 200));
    if (++lines >= SAMPLE) break;
  }
  return {
    file: table.sheets ? `${file.name} · ${table.sheets.sheet}` : file.name,
    columns: names.map((name, index) => ({ name, values: [...new Set(values[index])].slice(0, SHOWN) })),
  };
}
