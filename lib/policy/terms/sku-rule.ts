/** Why a SKU is exempt from the prepaid programme (P-02). */
export const EXEMPT_REASONS = ["heavy_bulky", "dangerous", "high_value", "category", "other"] as const;
export type ExemptReason = (typeof EXEMPT_REASONS)[number];

/** How requests for one SKU are answered, whatever the channel's choice (S4-01). */
export const SKU_AUTOMATIONS = ["manual", "automatic"] as const;
export type SkuAutomation = (typeof SKU_AUTOMATIONS)[number];

export type SkuRule = {
  sku: string;
  exemptReason: ExemptReason | null;
  /** Dates in the channel's zone, both included; null has no end on that side. */
  exemptFrom: string | null;
  exemptUntil: string | null;
  automation: SkuAutomation | null;
};

/** What of a SKU's rule holds on a day: operation binds at the moment of the decision (P-10). */
export function skuRuleOn(rule: SkuRule | null, today: string): Pick<SkuRule, "exemptReason" | "automation"> | null {
  if (!rule) return null;
  const { exemptReason, exemptFrom, exemptUntil, automation } = rule;
  const isRunning = (exemptFrom === null || exemptFrom <= today) && (exemptUntil === null || today <= exemptUntil);
  return { exemptReason: isRunning ? exemptReason : null, automation };
}

/** Whether two rules say the same, however their SKU is spelled. */
export const isSameRule = (a: SkuRule, b: SkuRule): boolean =>
  a.exemptReason === b.exemptReason &&
  a.exemptFrom === b.exemptFrom &&
  a.exemptUntil === b.exemptUntil &&
  a.automation === b.automation;
