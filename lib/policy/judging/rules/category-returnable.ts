import { isListed } from "../listed";
import type { ReasonOf, Rule } from "../rule";

/** A category that the terms exclude cannot be returned; one we do not know is only told apart where it matters. */
export const categoryReturnable: Rule<ReasonOf<"category_returnable">> = (_facts, { category }, { notReturnable }) => {
  const isExcluded = isListed(category, notReturnable.categories);
  const isUnknown = category === null && notReturnable.categories.length > 0;
  return {
    rule: "category_returnable",
    outcome: isExcluded ? "fail" : isUnknown ? "unknown" : "pass",
    effect: isExcluded ? "not_returnable" : "none",
    category,
  };
};
