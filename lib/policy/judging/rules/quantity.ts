import type { ReasonOf, Rule } from "../rule";

/** P-11: what is requested and what came back or is open already stay within what was ordered. */
export const quantity: Rule<ReasonOf<"quantity">> = (_facts, line) => {
  const { quantity: requested, alreadyReturnedQuantity: alreadyReturned, orderedQuantity: ordered } = line;
  const isTooMany = ordered !== null && requested + alreadyReturned > ordered;
  return {
    rule: "quantity",
    outcome: ordered === null ? "unknown" : isTooMany ? "fail" : "pass",
    effect: isTooMany ? "out_of_policy" : "none",
    requested,
    alreadyReturned,
    ordered,
  };
};
