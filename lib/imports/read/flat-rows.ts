import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import type { CellRefusal } from "./cells";
import type { WatchedText } from "./line-watch";
import type { ReadEvent, RowRefusal } from "./words/report-row";

export type FlatLine = {
  line: number;
  cells: string[];
  /** What is wrong with the line as a whole; its cells are a guess then, to show what stands there. */
  fault?: "quote_not_closed";
};

/** How the lines of one kind of table become rows. */
export type RowReader<Row> = {
  names: readonly string[];
  /** A line with fewer cells is a broken one; beyond them empty ends may be left away. */
  needed: number;
  read: (cells: readonly string[], line: number) => { row: Row } | { refusal: CellRefusal };
  /** What is kept of a refused line, for a person to find it again. */
  raw: (cells: readonly string[]) => string;
};

/**
 * The lines of a tab-separated text that are not blank. Quotes are ordinary characters in these reports, but around a
 * whole cell, where a spreadsheet that saved one put them.
 */
export async function* flatLines(text: AsyncIterable<string>): AsyncGenerator<FlatLine> {
  const parser = parse({
    delimiter: "\t",
    quote: null,
    escape: null,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
  });
  // The parser's own iterator reports a failure of the source; the callback only keeps it from being unhandled.
  pipeline(Readable.from(text), parser, () => {});
  let line = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    line++;
    if (cells.some((cell) => cell.trim() !== "")) yield { line, cells: cells.map(withoutQuotes) };
  }
}

export const withoutQuotes = (cell: string): string =>
  /^\s*"(?:[^"]|"")*"\s*$/.test(cell) ? cell.trim().slice(1, -1).replaceAll('""', '"') : cell;

/** Reads the lines under a header into rows and refusals; the last event tells if the file ended before its end. */
export async function* flatRows<Row>(
  lines: AsyncGenerator<FlatLine>,
  reader: RowReader<Row>,
  end: Pick<WatchedText, "fault" | "isInsideLine">,
): AsyncGenerator<ReadEvent<Row>> {
  // One line is held back: where the file was cut, the last one may be half a line that looks whole.
  let held: FlatLine | null = null;
  for await (const next of lines) {
    if (held) yield readLine(held, reader);
    held = next;
  }
  const fault = end.fault();
  const isHalf = fault !== null && end.isInsideLine();
  // Without a line end the last line may be cut in any of its cells.
  const isOpen = reader.needed > 0 && end.isInsideLine();
  if (held && !isHalf) yield readLine(held, isOpen ? { ...reader, needed: reader.names.length } : reader);
  if (!fault) return;
  const raw = held && isHalf ? reader.raw(held.cells) : "";
  yield refused({ line: (held?.line ?? 1) + (isHalf ? 0 : 1), column: null, code: fault, value: null, raw });
}

const refused = (refusal: RowRefusal): ReadEvent<never> => ({ kind: "refused", refusal });

function readLine<Row>({ line, cells, fault }: FlatLine, { names, needed, read, raw }: RowReader<Row>): ReadEvent<Row> {
  if (fault) return refused({ line, column: null, code: fault, value: null, raw: raw(cells) });
  if (cells.length < needed) {
    return refused({ line, column: null, code: "row_cut_short", value: String(cells.length), raw: raw(cells) });
  }
  const extra = cells.slice(names.length).find((cell) => cell.trim() !== "");
  if (extra !== undefined)
    return refused({ line, column: null, code: "too_many_cells", value: extra, raw: raw(cells) });
  const found = read(cells, line);
  return "row" in found ? { kind: "row", row: found.row } : refused({ line, ...found.refusal, raw: raw(cells) });
}
