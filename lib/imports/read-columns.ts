import type { FileColumns } from "@/lib/policy/imports/mapping";
import { countedBytes, type ImportFile } from "./import-file";
import { FileStopped } from "./read/file-stopped";
import { tableOf } from "./read/read-report";
import { columnNames } from "./read/read-table";

/** Lines that are looked at to show what stands in a column. */
const SAMPLE = 200;
const SHOWN = 50;

/** The columns of the first file that only a mapping can read; null where there is none. */
export async function columnsToMap(files: readonly ImportFile[]): Promise<FileColumns | null> {
  for (const file of files) {
    try {
      const columns = file.refusal ? null : await readColumns(file);
      if (columns) return columns;
    } catch (error) {
      // The scan that follows says it of the file.
      if (!(error instanceof FileStopped)) throw error;
    }
  }
  return null;
}

async function readColumns(file: ImportFile): Promise<FileColumns | null> {
  const table = await tableOf({ name: file.name, bytes: countedBytes(file, () => undefined) });
  if (!table) return null;
  const names = columnNames(table.header);
  const values: string[][] = names.map(() => []);
  const empty = new Set<number>();
  let lines = 0;
  for await (const { cells } of table.lines) {
    for (const index of names.keys()) {
      const cell = cells[index]?.trim() ?? "";
      if (cell === "") empty.add(index);
      else values[index]?.push(cell.slice(0, 200));
    }
    if (++lines >= SAMPLE) break;
  }
  return {
    file: table.sheets ? `${file.name} · ${table.sheets.sheet}` : file.name,
    columns: names.map((name, index) => ({
      name,
      values: [...new Set(values[index])].slice(0, SHOWN),
      hasEmpty: empty.has(index),
    })),
  };
}
