import { csvOf } from "@/lib/platform/csv";
import type { PlannedRow } from "./plan-sku-rows";
import { type RowProblem, SKU_COLUMNS } from "./sku-file";

/** Refused rows as they came, with their problem in the reader's words, as a file to correct and upload again. */
export function refusedSkuCsv(
  refused: readonly PlannedRow[],
  problemOf: (problem: RowProblem) => string,
): AsyncGenerator<string> {
  const rows = (async function* () {
    for (const { line, sku, cells, problem } of refused) {
      const { exempt = "", reason = "", from = "", until = "", automation = "" } = cells;
      yield { SKU: sku, exempt, reason, from, until, automation, line, problem: problem ? problemOf(problem) : "" };
    }
  })();
  return csvOf(rows, [...SKU_COLUMNS, "line", "problem"]);
}
