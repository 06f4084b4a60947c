import { count, oneOf, text } from "../fields";
import { buyerCountry, freeReturnOf, isExcludedReason } from "../free-return";
import { rule } from "../rule";

/** S0-13, S0-15, S0-29: an order has one free return, of marked lines; what is sent apart later is freight of the buyer. */
export const oneFreeReturn = rule({
  name: "one_free_return",
  outcomes: ["pass", "fail"],
  effects: { none: {}, own_freight: {} },
  fields: { because: oneOf(["first", "later", "no_mark", "country"]), earlier: count, country: text },
})((facts, line, terms, operation) => {
  if (facts.channel.programme !== "free_return" || isExcludedReason(terms, line.reason)) return null;
  const because = freeReturnOf(facts, line, operation);
  return {
    outcome: because === "first" ? "pass" : "fail",
    effect: because === "first" ? "none" : "own_freight",
    because,
    earlier: facts.order.earlierFreeReturns,
    country: buyerCountry(facts),
  };
});
