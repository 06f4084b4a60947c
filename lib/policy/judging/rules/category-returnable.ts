import { orNull, text } from "../fields";
import { isListed } from "../listed";
import { rule } from "../rule";

/** A category that the terms exclude cannot be returned; one we do not know is only told apart where it matters. */
export const categoryReturnable = rule({
  name: "category_returnable",
  outcomes: ["pass", "fail", "unknown"],
  effects: { none: {}, not_returnable: { verdict: "not_returnable" } },
  fields: { category: orNull(text) },
})((_facts, { category }, { notReturnable }) => {
  const isExcluded = isListed(category, notReturnable.categories);
  const isUnknown = category === null && notReturnable.categories.length > 0;
  return {
    outcome: isExcluded ? "fail" : isUnknown ? "unknown" : "pass",
    effect: isExcluded ? "not_returnable" : "none",
    category,
  };
});
