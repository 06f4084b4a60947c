import { Readable } from "node:stream";
import { stringify } from "csv-stringify";

/** What a spreadsheet runs although it does not stand first: behind a separator, a space, or what nobody sees. */
const HIDDEN_FORMULA = /^(?:\p{Cf}|[\p{Z}\p{Cc};,|]+\p{Cf}*[=+\-@＝＋－＠])/u;

const inert = (text: string): string => (HIDDEN_FORMULA.test(text) ? `'${text}` : text);

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
    cast: { string: inert },
    quoted_string: true,
  });
  yield* Readable.from(rows).compose<typeof csv>(csv).setEncoding("utf8");
}
