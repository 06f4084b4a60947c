import { Readable } from "node:stream";
import readWorkbook from "read-excel-file/node";
import { ok, type Result, refuse } from "@/lib/result";
import type { FlatLine } from "./flat-rows";
import type { FileRefusal } from "./report-row";

/** A spreadsheet is unpacked as a whole; what is longer comes as CSV, which is read piece by piece. */
const MAX_PACKED = 10 * 1024 * 1024;
const MAX_CELLS = 5_000_000;

/** A cell that is a number, with its digits as the file has them. */
class NumberCell {
  constructor(readonly digits: string) {}
}

type SheetLines = { sheet: string; lines: FlatLine[] };

/** The lines of each sheet of an .xlsx file that has any; numbers are written with `decimal`, days as 2026-07-14. */
export async function sheetLines(
  chunks: AsyncIterable<Buffer>,
  decimal: "." | ",",
): Promise<Result<SheetLines[], FileRefusal>> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_PACKED) return refuse({ code: "spreadsheet_too_large" });
    parts.push(chunk);
  }
  try {
    const sheets = await readWorkbook(Readable.from(parts), { parseNumber: (digits) => new NumberCell(digits) });
    const cells = sheets.reduce((sum, { data }) => data.reduce((count, row) => count + row.length, sum), 0);
    if (cells > MAX_CELLS) return refuse({ code: "spreadsheet_too_large" });
    return ok(
      sheets
        .map(({ sheet, data }) => ({
          sheet,
          lines: data
            .map((row, index) => ({ line: index + 1, cells: row.map((cell) => textOf(cell, decimal)) }))
            .filter((line) => line.cells.some((cell) => cell.trim() !== "")),
        }))
        .filter(({ lines }) => lines.length > 0),
    );
  } catch {
    return refuse({ code: "spreadsheet_file", name: "xlsx" });
  }
}

function textOf(cell: unknown, decimal: "." | ","): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof NumberCell) return numberText(cell.digits, decimal);
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$|\.\d{3}Z$/, "");
  return String(cell);
}

/** A spreadsheet keeps 15 digits of a number: a longer one is written as what it has become, to be refused as damaged. */
function numberText(digits: string, decimal: "." | ","): string {
  const value = Number(digits);
  if (Number.isInteger(value)) return Math.abs(value) >= 1e15 ? value.toExponential() : String(value);
  // 21.38 lies there as 21.379999999999999.
  return String(Number(value.toPrecision(15))).replace(".", decimal);
}
