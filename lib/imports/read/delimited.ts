import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import type { FlatLine } from "./flat-rows";
import { quotedLines, type RowText } from "./quoted-lines";

const DELIMITERS = ["\t", ",", ";"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** A title or a note can stand above the header; so many lines tell what parts the columns. */
const LOOKED_AT = 12;

/**
 * What parts the columns of a text: what its first line has most of outside of quotes, where that line is a header; else
 * what most of the first lines have. Null where they have one column only.
 */
export function delimiterOf(start: string): Delimiter | null {
  const lines = countedLines(start.replace(/^\ufeff/, "").trimStart());
  const inFirst = (delimiter: Delimiter) => lines[0]?.get(delimiter) ?? 0;
  const having = (delimiter: Delimiter) => lines.filter((line) => line.has(delimiter)).length;
  const inAll = (delimiter: Delimiter) => lines.reduce((sum, line) => sum + (line.get(delimiter) ?? 0), 0);
  const isHeader = DELIMITERS.some((delimiter) => inFirst(delimiter) > 1);
  const [best] = [...DELIMITERS].sort((a, b) =>
    isHeader ? inFirst(b) - inFirst(a) : having(b) - having(a) || inAll(b) - inAll(a),
  );
  return best && having(best) > 0 ? best : null;
}

/** How often each delimiter stands outside of quotes in the first lines that are not blank. */
function countedLines(start: string): Map<string, number>[] {
  const lines: Map<string, number>[] = [];
  let line = new Map<string, number>();
  let isQuoted = false;
  for (const character of start) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === "\n" || character === "\r")) {
      if (line.size > 0) lines.push(line);
      if (lines.length === LOOKED_AT) return lines;
      line = new Map();
    } else line.set(isQuoted ? "" : character, (line.get(character) ?? 0) + 1);
  }
  return line.size > 0 ? [...lines, line] : lines;
}

const PIECE = 64 * 1024;

/**
 * The lines of a text as spreadsheets write it: quoted cells may hold the delimiter and line breaks. A line whose quotation
 * mark is never closed comes with that as its fault, and the parser gets a blank one for it.
 */
export async function* delimitedLines(text: AsyncIterable<string>, delimiter: Delimiter): AsyncGenerator<FlatLine> {
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
  });
  let rows: RowText[] = [];
  async function* closed() {
    let piece = "";
    for await (const row of quotedLines(text, delimiter)) {
      piece += row.isOpen ? "\n" : row.text;
      rows.push(row.isOpen ? row : { ...row, text: "" });
      if (piece.length < PIECE) continue;
      yield piece;
      piece = "";
    }
    if (piece !== "") yield piece;
  }
  // The parser's own iterator reports a failure of the source; the callback only keeps it from being unhandled.
  pipeline(Readable.from(closed()), parser, () => {});
  let at = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    const row = rows[at++];
    if (!row) throw new Error("a row was parsed that was not found before");
    if (at > PIECE) {
      rows = rows.slice(at);
      at = 0;
    }
    const { line, isOpen } = row;
    if (isOpen) yield { line, cells: row.text.trimEnd().split(delimiter), fault: "quote_not_closed" };
    else if (cells.some((cell) => cell.trim() !== "")) yield { line, cells };
  }
}
