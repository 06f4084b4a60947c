import type { StoredSkuRule } from "@/lib/skus/sku-rules";

/** The rule of a SKU as it is typed: empty stands for what it does not say. */
export type SkuDraft = {
  sku: string;
  exemptReason: StoredSkuRule["exemptReason"] | "";
  exemptFrom: string;
  exemptUntil: string;
  automation: StoredSkuRule["automation"] | "";
};

export const draftOf = (rule: StoredSkuRule | null): SkuDraft => ({
  sku: rule?.sku ?? "",
  exemptReason: rule?.exemptReason ?? "",
  exemptFrom: rule?.exemptFrom ?? "",
  exemptUntil: rule?.exemptUntil ?? "",
  automation: rule?.automation ?? "",
});
