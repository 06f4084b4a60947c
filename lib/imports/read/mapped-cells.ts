import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { MappedField } from "@/lib/policy/imports/mapping";
import type { Cells } from "./cells";
import type { RowReader } from "./flat-rows";

/** The channel's currency and zone, and how somebody said that the file is to be read. */
export type MappedContext = {
  file: string;
  currency: string;
  timeZone: string;
  mapping: ColumnMapping;
  /** In a spreadsheet a day can lie there as its number only. */
  hasSerialDays: boolean;
};

/** Columns that a mapping names and a file does not have. */
export const missingColumns = (names: readonly string[], { columns }: ColumnMapping): string[] =>
  Object.values(columns).filter((name) => !names.includes(name));

/** A reader of the lines of a mapped file; of a refused line only what is mapped is kept, never an address beside it. */
export function mappedReader<Row>(
  names: readonly string[],
  mapping: ColumnMapping,
  read: (cells: Cells<MappedField>, line: number) => ReturnType<RowReader<Row>["read"]>,
): RowReader<Row> {
  const nameOf = (field: MappedField) => mapping.columns[field] ?? field;
  const positions = new Map(names.map((name, position) => [name, position]));
  const positionOf = (field: MappedField) => positions.get(mapping.columns[field] ?? "") ?? -1;
  const kept = [...new Set(Object.values(mapping.columns))];
  return {
    names,
    needed: 0,
    read: (cells, line) => read({ text: (field) => onOneLine(cells[positionOf(field)]), nameOf }, line),
    raw: (cells) => kept.map((name) => `${name}=${cells[positions.get(name) ?? -1] ?? ""}`).join("\t"),
  };
}

/** A quoted cell may have line breaks; what we keep of it has none. */
const onOneLine = (cell: string | undefined): string | null => cell?.replace(/\s*[\r\n]+\s*/g, " ") ?? null;
