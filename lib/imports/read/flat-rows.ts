import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import type { ColumnKey, Header } from "./columns";
import type { WatchedText } from "./line-watch";
import type { ReadEvent, RowRefusal } from "./report-row";
import { toReportRow } from "./to-report-row";

type FlatLine = { line: number; cells: string[] };

/** The lines of a tab-separated text that are not blank. Quotes are ordinary characters in these reports. */
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
    if (cells.some((cell) => cell.trim() !== "")) yield { line, cells };
  }
}

/** Reads the lines under a header into rows and refusals; the last event tells if the file ended before its end. */
export async function* flatRows(
  lines: AsyncGenerator<FlatLine>,
  header: Header,
  context: { file: string; currency: string },
  end: Pick<WatchedText, "fault" | "isInsideLine">,
): AsyncGenerator<ReadEvent> {
  // One line is held back: where the file was cut, the last one may be half a line that looks whole.
  let held: FlatLine | null = null;
  for await (const next of lines) {
    if (held) yield readLine(held, header, context);
    held = next;
  }
  const fault = end.fault();
  const isHalf = fault !== null && end.isInsideLine();
  if (held && !isHalf) yield readLine(held, header, context);
  if (!fault) return;
  const raw = held && isHalf ? held.cells.join("\t") : "";
  yield refused({ line: (held?.line ?? 1) + (isHalf ? 0 : 1), column: null, code: fault, value: null, raw });
}

const refused = (refusal: RowRefusal): ReadEvent => ({ kind: "refused", refusal });

function readLine({ line, cells }: FlatLine, header: Header, context: { file: string; currency: string }): ReadEvent {
  const raw = () => cells.join("\t");
  if (cells.length < header.names.length) {
    return refused({ line, column: null, code: "row_cut_short", value: String(cells.length), raw: raw() });
  }
  const extra = cells.slice(header.names.length).find((cell) => cell.trim() !== "");
  if (extra !== undefined) return refused({ line, column: null, code: "too_many_cells", value: extra, raw: raw() });
  const positionOf = (key: ColumnKey) => header.positions.get(key) ?? -1;
  const read = toReportRow(
    { text: (key) => cells[positionOf(key)] ?? null, nameOf: (key) => header.names[positionOf(key)] ?? key },
    { ...context, line },
  );
  return "row" in read ? { kind: "row", row: read.row } : refused({ line, ...read.refusal, raw: raw() });
}
