import { csvOf } from "@/lib/platform/csv";
import type { RowRefusal } from "./read/words/report-row";

const COLUMNS = ["file", "line", "column", "code", "reason", "raw"];

/** The refused rows for a download; `reasonOf` gives the sentence in the reader's language. */
export function refusedCsv(
  refused: AsyncIterable<{ file: string; refusal: RowRefusal }> | Iterable<{ file: string; refusal: RowRefusal }>,
  reasonOf: (refusal: RowRefusal) => string,
): AsyncGenerator<string> {
  const rows = (async function* () {
    for await (const { file, refusal } of refused) {
      const { line, column, code, raw } = refusal;
      yield { file, line, column, code, reason: reasonOf(refusal), raw };
    }
  })();
  return csvOf(rows, COLUMNS);
}
