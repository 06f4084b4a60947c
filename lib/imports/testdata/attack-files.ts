import { madeUpSheet } from "./made-up-sheet";
import { packedOften, type ZipPart } from "./made-up-zip";

const SHEET = "xl/worksheets/sheet1.xml";
const MEGABYTE = 1024 * 1024;

/** A sheet by its XML: its range, and what stands between `<sheetData>` and its end. */
export const sheetXml = (data: string, range = ""): string =>
  `<worksheet>${range && `<dimension ref="${range}"/>`}<sheetData>${data}</sheetData></worksheet>`;

export const sheetOf = (xml: string | ZipPart, others: Readonly<Record<string, string | ZipPart>> = {}): Buffer =>
  madeUpSheet([], {}, { [SHEET]: xml, ...others });

/** Two cells, one in each corner of the largest sheet there can be. */
export const twoCorners = (range = "A1:XFD1048576"): Buffer =>
  sheetOf(
    sheetXml(`<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>`, range),
  );

const ROWS = "<row><c><v>1</v></c></row>";
const block = (text: string): Buffer => Buffer.from(text.repeat(Math.ceil(MEGABYTE / text.length)));

/** Rows without end; `told` is what the directory says of their size. */
export function endlessRows(megabytes: number, told?: number): Buffer {
  const rows = block(ROWS);
  const around = { before: "<worksheet><sheetData>", after: "</sheetData></worksheet>" };
  const size = rows.length * megabytes + around.before.length + around.after.length;
  return sheetOf({ packed: packedOften(rows, megabytes, around), unpackedSize: told ?? size });
}

/** One cell with a text of so many megabytes. */
export function endlessCell(megabytes: number): Buffer {
  const text = block("x");
  const around = {
    before: `<worksheet><sheetData><row><c t="inlineStr"><is><t>`,
    after: "</t></is></c></row></sheetData></worksheet>",
  };
  const size = text.length * megabytes + around.before.length + around.after.length;
  return sheetOf({ packed: packedOften(text, megabytes, around), unpackedSize: size });
}

/** A gzip of 1 MB blocks of lines, so many of them, which is as short as gzip can make it. */
export function burstingGzip(megabytes: number): Buffer {
  const lines = Array.from({ length: 160_000 }, (_, at) => `A${at % 32}\t1\n`)
    .join("")
    .slice(0, MEGABYTE - 1);
  const block = Buffer.from(`${lines}\n`);
  const start = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
  return Buffer.concat([start, packedOften(block, megabytes, { before: "n\tm\n" }), Buffer.alloc(8)]);
}

/** An honest sheet of as many numbers; its first row is 1, 2, 3 … like a header. */
export function rowsOfCells(rows: number, columns: number): Buffer {
  const row = `<row>${"<c><v>7</v></c>".repeat(columns)}</row>`;
  const header = `<row>${Array.from({ length: columns }, (_, at) => `<c><v>${at + 1}</v></c>`).join("")}</row>`;
  const thousand = Buffer.from(row.repeat(1000));
  const around = { before: `<worksheet><sheetData>${header}`, after: "</sheetData></worksheet>" };
  const times = Math.round(rows / 1000);
  const unpackedSize = thousand.length * times + around.before.length + around.after.length;
  return sheetOf({ packed: packedOften(thousand, times, around), unpackedSize });
}
