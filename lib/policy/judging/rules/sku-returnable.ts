import { isListed } from "../listed";
import type { ReasonOf, Rule } from "../rule";

/** A SKU that the terms exclude cannot be returned. */
export const skuReturnable: Rule<ReasonOf<"sku_returnable">> = (_facts, { sku }, { notReturnable }) => {
  const isExcluded = isListed(sku, notReturnable.skus);
  const isUnknown = sku === null && notReturnable.skus.length > 0;
  return {
    rule: "sku_returnable",
    outcome: isExcluded ? "fail" : isUnknown ? "unknown" : "pass",
    effect: isExcluded ? "not_returnable" : "none",
    sku,
  };
};
