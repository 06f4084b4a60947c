import { withSeller } from "@/db/tenant";
import { csvOf } from "@/lib/platform/csv";
import type { Reading } from "@/lib/platform/ctx";
import type { PlannedRow } from "./plan-sku-rows";
import { type RowProblem, SKU_COLUMNS } from "./sku-file";
import { listSkuRulesPage, type StoredSkuRule } from "./sku-rules";

const AT_ONCE = 2000;

const rowOf = ({ sku, exemptReason, exemptFrom, exemptUntil, automation }: StoredSkuRule) => ({
  SKU: sku,
  exempt: exemptReason === null ? "no" : "yes",
  reason: exemptReason ?? "",
  from: exemptFrom ?? "",
  until: exemptUntil ?? "",
  automation: automation ?? "",
});

/** All rules of a channel as a file that can be uploaded again, read a part at a time. */
export function skuRulesCsv({ db, sellerId }: Reading, { channelId }: { channelId: string }): AsyncGenerator<string> {
  const rows = (async function* () {
    let after: string | null = null;
    do {
      const page = { search: "", after, before: null, limit: AT_ONCE };
      const rules: StoredSkuRule[] = await withSeller(db, sellerId, (tx) =>
        listSkuRulesPage(tx, sellerId, channelId, page),
      );
      for (const rule of rules) yield rowOf(rule);
      after = rules.length === AT_ONCE ? (rules.at(-1)?.key ?? null) : null;
    } while (after !== null);
  })();
  return csvOf(rows, SKU_COLUMNS);
}

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
