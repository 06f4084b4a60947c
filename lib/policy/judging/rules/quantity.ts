import { count, orNull } from "../fields";
import { rule } from "../rule";

/** P-11: what is requested and what came back or is open already stay within what was ordered. */
export const quantity = rule({
  name: "quantity",
  outcomes: ["pass", "fail", "unknown"],
  effects: { none: {}, out_of_policy: { verdict: "out_of_policy", holds: "too_many_units" } },
  fields: { requested: count, alreadyReturned: count, ordered: orNull(count) },
})((_facts, line) => {
  const { quantity: requested, alreadyReturnedQuantity: alreadyReturned, orderedQuantity: ordered } = line;
  const isTooMany = ordered !== null && requested + alreadyReturned > ordered;
  return {
    outcome: ordered === null ? "unknown" : isTooMany ? "fail" : "pass",
    effect: isTooMany ? "out_of_policy" : "none",
    requested,
    alreadyReturned,
    ordered,
  };
});
