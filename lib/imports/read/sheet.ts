import { ok, type Result, refuse } from "@/lib/kernel/result";
import { FileStopped } from "./file-stopped";
import type { FlatLine } from "./flat-rows";
import { firstLines } from "./header-line";
import type { FileRefusal } from "./words/report-row";
import type { Workbook } from "./workbook/cell-value";
import { readDayStyles } from "./workbook/day-styles";
import { outlineOf } from "./workbook/relations";
import { readSharedStrings, SharedStrings } from "./workbook/shared-strings";
import { worksheetLines } from "./workbook/worksheet";
import { type ZipParts, zipParts } from "./workbook/zip-parts";

/** The directory of the archive stands at its end, so that it is held as it came; what is longer comes as CSV. */
const MAX_PACKED = 10 * 1024 * 1024;

export type Sheet = {
  sheet: string;
  /** The first lines, to find its header in. */
  start: FlatLine[];
  /** All of its lines, read anew from the file; throws `FileStopped` where there are too many. */
  lines: () => AsyncGenerator<FlatLine>;
};

/** The sheets of an .xlsx file that have anything; numbers are written with `decimal`, days as 2026-07-14. */
export async function openSheets(
  chunks: AsyncIterable<Buffer>,
  decimal: "." | ",",
): Promise<Result<Sheet[], FileRefusal>> {
  const packed: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > MAX_PACKED) return refuse({ code: "spreadsheet_too_large" });
    packed.push(chunk);
  }
  try {
    return ok(await sheetsOf(await zipParts(Buffer.concat(packed, size)), decimal));
  } catch (error) {
    if (error instanceof FileStopped) return refuse(error.refusal);
    throw error;
  }
}

async function sheetsOf(parts: ZipParts, decimal: "." | ","): Promise<Sheet[]> {
  const outline = await outlineOf(parts);
  const { strings, styles, is1904 } = outline;
  const workbook: Workbook = {
    strings: strings && parts.has(strings) ? await readSharedStrings(parts.text(strings)) : new SharedStrings(),
    isDay: styles && parts.has(styles) ? await readDayStyles(parts.text(styles)) : () => false,
    is1904,
    decimal,
  };
  const sheets: Sheet[] = [];
  for (const { name, part } of outline.sheets) {
    const lines = () => worksheetLines(parts.text(part), workbook);
    const start = await firstLines(lines());
    if (start.length > 0) sheets.push({ sheet: name, start, lines });
  }
  return sheets;
}
