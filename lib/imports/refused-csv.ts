import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { RowRefusal } from "./read/report-row";

const COLUMNS = ["file", "line", "column", "code", "reason", "raw"];

/**
 * The refused rows as CSV text for a download: UTF-8 with BOM, CRLF, one header in every language, and no cell that
 * a spreadsheet would run. `reasonOf` gives the sentence in the reader's language.
 */
export async function* refusedCsv(
  refused: AsyncIterable<{ file: string; refusal: RowRefusal }> | Iterable<{ file: string; refusal: RowRefusal }>,
  reasonOf: (refusal: RowRefusal) => string,
): AsyncGenerator<string> {
  const rows = (async function* () {
    for await (const { file, refusal } of refused) {
      const { line, column, code, raw } = refusal;
      yield { file, line, column, code, reason: reasonOf(refusal), raw };
    }
  })();
  const csv = stringify({
    bom: true,
    header: true,
    columns: COLUMNS,
    record_delimiter: "windows",
    escape_formulas: true,
    quoted_string: true,
  });
  yield* Readable.from(rows).compose<typeof csv>(csv).setEncoding("utf8");
}
