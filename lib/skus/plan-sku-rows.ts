import { ok, type Result, refuse } from "@/lib/kernel/result";
import { plainName } from "@/lib/policy/judging/listed";
import type { SkuRule } from "@/lib/policy/terms/sku-rule";
import { isSameRule } from "../policy/terms/sku-rule";
import { readSkuCells } from "./sku-cells";
import type { RowProblem, RowResult, SkuFileRow } from "./sku-file";

export type PlannedRow = {
  line: number;
  sku: string;
  cells: SkuFileRow["cells"];
  result: RowResult;
  problem: RowProblem | null;
  /** What is to be written; null where nothing is. */
  rule: (SkuRule & { key: string }) | null;
};

const NEW: Omit<SkuRule, "sku"> = { exemptReason: null, exemptFrom: null, exemptUntil: null, automation: null };

/** What becomes of each row of a file beside the rules that are known, by key; a SKU counts once, at its first row. */
export function planSkuRows(rows: readonly SkuFileRow[], known: ReadonlyMap<string, SkuRule>): PlannedRow[] {
  const taken = new Set<string>();
  return rows.map(({ line, cells }) => {
    const sku = cells.sku ?? "";
    const key = plainName(sku);
    const ended = ruleOf(cells, known.get(key) ?? null, taken.has(key));
    if (!ended.ok) return { line, sku, cells, result: "refused", problem: ended.refusal.code, rule: null };
    taken.add(key);
    const before = known.get(key);
    if (before && isSameRule(before, ended.value))
      return { line, sku, cells, result: "unchanged", problem: null, rule: null };
    return { line, sku, cells, result: before ? "changed" : "added", problem: null, rule: { ...ended.value, key } };
  });
}

/** The rule that a row leads to: a column that the file lacks leaves what is known. */
function ruleOf(
  cells: SkuFileRow["cells"],
  before: SkuRule | null,
  isTaken: boolean,
): Result<SkuRule, { code: RowProblem }> {
  const read = readSkuCells(cells);
  if (!read.ok) return read;
  if (isTaken) return refuse({ code: "twice" });
  const rule = { ...NEW, ...before, ...read.value };
  const { exemptReason, exemptFrom, exemptUntil, automation, sku } = rule;
  return exemptReason === null && automation === null
    ? refuse({ code: "says_nothing" })
    : ok({ sku, exemptReason, exemptFrom, exemptUntil, automation });
}
