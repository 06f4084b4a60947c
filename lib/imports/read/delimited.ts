import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import type { FlatLine } from "./flat-rows";

const DELIMITERS = ["\t", ",", ";"] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** What parts the columns of a text, told by its first line outside of quotes; null where it has one column only. */
export function delimiterOf(start: string): Delimiter | null {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const character of start.replace(/^\ufeff/, "").trimStart()) {
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (character === "\n" || character === "\r") break;
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const best = [...DELIMITERS].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0];
  return best && (counts.get(best) ?? 0) > 0 ? best : null;
}

type Parsed = { record: string[]; info: { lines: number } };

/** The lines of a text as spreadsheets write it: quoted cells may hold the delimiter and line breaks. */
export async function* delimitedLines(text: AsyncIterable<string>, delimiter: Delimiter): AsyncGenerator<FlatLine> {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
  });
  // The parser's own iterator reports a failure of the source; the callback only keeps it from being unhandled.
  pipeline(Readable.from(text), parser, () => {});
  let line = 0;
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    // A record starts on the line after the one before it ended.
    const start = line + 1;
    line = info.lines;
    if (record.some((cell) => cell.trim() !== "")) yield { line: start, cells: record };
  }
}
