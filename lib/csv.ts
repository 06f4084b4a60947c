import { Readable } from "node:stream";
import { stringify } from "csv-stringify";

/**
 * Rows as CSV text for a download: UTF-8 with BOM, CRLF, every text quoted, and no cell that a spreadsheet would run.
 * The header is the same in every language.
 */
export async function* csvOf(rows: AsyncIterable<object>, columns: readonly string[]): AsyncGenerator<string> {
  const csv = stringify({
    bom: true,
    header: true,
    columns: [...columns],
    record_delimiter: "windows",
    escape_formulas: true,
    quoted_string: true,
  });
  yield* Readable.from(rows).compose<typeof csv>(csv).setEncoding("utf8");
}
