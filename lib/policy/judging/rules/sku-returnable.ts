import { orNull, text } from "../fields";
import { isListed } from "../listed";
import { rule } from "../rule";

/** A SKU that the terms exclude cannot be returned. */
export const skuReturnable = rule({
  name: "sku_returnable",
  outcomes: ["pass", "fail", "unknown"],
  effects: { none: {}, not_returnable: { verdict: "not_returnable" } },
  fields: { sku: orNull(text) },
})((_facts, { sku }, { notReturnable }) => {
  const isExcluded = isListed(sku, notReturnable.skus);
  const isUnknown = sku === null && notReturnable.skus.length > 0;
  return {
    outcome: isExcluded ? "fail" : isUnknown ? "unknown" : "pass",
    effect: isExcluded ? "not_returnable" : "none",
    sku,
  };
});
