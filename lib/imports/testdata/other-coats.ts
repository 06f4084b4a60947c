import iconv from "iconv-lite";
import { madeUpSheet } from "./made-up-sheet";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

const linesOf = (report: string): string[][] =>
  report
    .split("\r\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("\t").map((cell) => cell.trim()));

/** Spreadsheets leave the empty end of a row away. */
const trimmed = (cells: string[]): string[] => cells.slice(0, 1 + cells.findLastIndex((cell) => cell !== ""));

const quoted = (cell: string): string => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const textWith = (sign: string, lines: string[][]): string =>
  lines.map((cells) => `${cells.map(quoted).join(sign)}\r\n`).join("");

function sheetCell(cell: string): string | number | { serialDay: number } {
  const [, day, month, year] = /^(\d{2})-([A-Z][a-z]{2})-(\d{4})$/.exec(cell) ?? [];
  if (month)
    return { serialDay: (Date.UTC(Number(year), MONTHS.indexOf(month), Number(day)) - SERIAL_ZERO) / 86_400_000 };
  return /^\d{1,14}(\.\d+)?$/.test(cell) ? Number(cell) : cell;
}
const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** A tab-separated report as people save it again: what they opened it with, and what that made of it. */
export const otherCoats = (
  report: string,
): Record<"xlsx" | "csv" | "semicolons" | "unicode text" | "prime", Buffer> => {
  const lines = linesOf(report);
  const [header = [], ...rows] = lines;
  const hyphened = header.map((name) => name.toLowerCase().replaceAll(" ", "-").replace("merchant-rma", "seller-rma"));
  const inEurope = rows.map((cells) => cells.map((cell) => cell.replace(/^(\d+)\.(\d{2})$/, "$1,$2")));
  return {
    xlsx: madeUpSheet([header, ...rows.map((cells) => trimmed(cells).map(sheetCell))]),
    csv: Buffer.from(textWith(",", [header, ...rows.map(trimmed)])),
    semicolons: Buffer.from(`\ufeff${textWith(";", [header, ...inEurope])}`),
    "unicode text": iconv.encode(textWith("\t", lines), "utf-16le", { addBOM: true }),
    prime: Buffer.from(textWith(",", [hyphened, ...rows])),
  };
};
