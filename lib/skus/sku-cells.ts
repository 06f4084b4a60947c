import { ok, type Result, refuse } from "@/lib/kernel/result";
import { dateSchema } from "@/lib/kernel/schemas";
import type { SkuRule } from "@/lib/policy/terms/sku-rule";
import type { RowProblem, SkuFileRow } from "./sku-file";
import { SKU_AT_MOST } from "./sku-rule-input";
import { AUTOMATION_OF, EXEMPT_OF, plainWord, REASON_OF } from "./sku-words";

type Cells = SkuFileRow["cells"];
type Read<Value> = Result<Value, { code: RowProblem }>;
type Exemption = Pick<SkuRule, "exemptReason" | "exemptFrom" | "exemptUntil">;

const NOT_EXEMPT: Exemption = { exemptReason: null, exemptFrom: null, exemptUntil: null };

/** What the cells of a row say, as far as the file has columns for it. */
export function readSkuCells(cells: Cells): Read<Partial<SkuRule> & { sku: string }> {
  const sku = cells.sku ?? "";
  if (sku === "") return refuse({ code: "sku_missing" });
  if (sku.length > SKU_AT_MOST) return refuse({ code: "sku_too_long" });
  // What a spreadsheet makes of long digits is no SKU any more.
  if (/^\d([.,]\d+)?e\+\d+$/i.test(sku) || /\ufffd/.test(sku)) return refuse({ code: "damaged_sku" });
  const exemption = exemptionIn(cells);
  if (!exemption.ok) return exemption;
  const automation = automationIn(cells);
  return automation.ok ? ok({ sku, ...exemption.value, ...automation.value }) : automation;
}

function exemptionIn({ exempt, reason = "", from = "", until = "" }: Cells): Read<Partial<Exemption>> {
  if (exempt === undefined && reason === "") return ok({});
  const isExempt = exempt ? EXEMPT_OF.get(plainWord(exempt)) : reason !== "";
  if (isExempt === undefined) return refuse({ code: "bad_exempt" });
  if (!isExempt) return ok(NOT_EXEMPT);
  if (reason === "") return refuse({ code: "reason_missing" });
  const exemptReason = REASON_OF.get(plainWord(reason));
  if (!exemptReason) return refuse({ code: "bad_reason" });
  const [exemptFrom, exemptUntil] = [dateIn(from), dateIn(until)];
  if (exemptFrom === undefined || exemptUntil === undefined) return refuse({ code: "bad_date" });
  if (exemptFrom && exemptUntil && exemptFrom > exemptUntil) return refuse({ code: "until_before_from" });
  return ok({ exemptReason, exemptFrom, exemptUntil });
}

function automationIn({ automation }: Cells): Read<Pick<Partial<SkuRule>, "automation">> {
  if (automation === undefined) return ok({});
  if (automation === "") return ok({ automation: null });
  const read = AUTOMATION_OF.get(plainWord(automation));
  return read === undefined ? refuse({ code: "bad_automation" }) : ok({ automation: read });
}

/** 2026-03-01, and 2026/3/1 as Excel shows it; days first and months first cannot be told apart and are refused. */
function dateIn(text: string): string | null | undefined {
  if (text === "") return null;
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  const [, year = "", month = "", day = ""] = match ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return match && dateSchema.safeParse(date).success ? date : undefined;
}
