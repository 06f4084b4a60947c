import type { SkuRule } from "@/lib/policy/terms/sku-rule";

/** Whether two rules say the same, however their SKU is spelled. */
export const isSameRule = (a: SkuRule, b: SkuRule): boolean =>
  a.exemptReason === b.exemptReason &&
  a.exemptFrom === b.exemptFrom &&
  a.exemptUntil === b.exemptUntil &&
  a.automation === b.automation;
