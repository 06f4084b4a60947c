import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import type { ImportKind } from "@/lib/policy/imports/mapping";
import type { Delimiter } from "./delimited";
import { type FlatLine, flatRows, type RowReader } from "./flat-rows";
import type { WatchedText } from "./line-watch";
import { missingColumns } from "./mapped-cells";
import { mappedOrderReader } from "./mapped-orders";
import { mappedReturnReader } from "./mapped-returns";
import { headerName } from "./words/plain-header";
import type { FileFormat, ReadEvent, ReadResult, SheetChoice } from "./words/report-row";

export type Reading = {
  file: string;
  /** The channel's. */
  currency: string;
  timeZone: string;
  /** How a file that no format of ours describes is to be read; null: nobody has said. */
  mapped: { kind: ImportKind; mapping: ColumnMapping } | null;
};

export type Table = {
  format: FileFormat;
  encoding: string;
  /** What parts the columns of a text; null: a spreadsheet, whose cells are no text. */
  delimiter: Delimiter | null;
  header: readonly string[];
  lines: AsyncGenerator<FlatLine>;
  /** Of a workbook in which more than one sheet has something: the one that is read, and those that are not. */
  sheets: SheetChoice | null;
  end: Pick<WatchedText, "fault" | "isInsideLine">;
};

/** Names by which every column of a header can be told: one that stands there twice is numbered, an empty one too. */
export function columnNames(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const name = headerName(cell) || `#${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** Reads a table by its mapping; without one it is refused as `needs_mapping`, with its columns. */
export async function readTable(table: Table, { mapped, ...context }: Reading): Promise<ReadResult> {
  const names = columnNames(table.header);
  const refuse = async (code: "needs_mapping" | "other_columns", columns: string[]): Promise<ReadResult> => {
    await table.lines.return(undefined);
    return { ok: false, refusal: { code, columns } };
  };
  if (!mapped) return refuse("needs_mapping", names);
  const missing = missingColumns(names, mapped.mapping);
  if (missing.length > 0) return refuse("other_columns", missing);
  const used = new Set(Object.values(mapped.mapping.columns));
  const told = {
    ok: true as const,
    format: table.format,
    encoding: table.encoding,
    header: names,
    unknownColumns: names.filter((name) => !used.has(name)),
    ...(table.sheets && { sheets: table.sheets }),
  };
  const reading = { ...context, mapping: mapped.mapping, hasSerialDays: table.format === "xlsx" };
  return mapped.kind === "orders"
    ? { ...told, holds: "orders", rows: rowsOf(table, mappedOrderReader(names, reading)) }
    : { ...told, holds: "returns", rows: rowsOf(table, mappedReturnReader(names, reading)) };
}

const rowsOf = <Row>({ lines, end }: Table, reader: RowReader<Row>): AsyncGenerator<ReadEvent<Row>> =>
  flatRows(lines, reader, end);
