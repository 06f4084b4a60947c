import { isExcludedReason } from "../free-return";
import type { ReasonOf, Rule } from "../rule";

/** S0-04: some causes are no free local return but take the ordinary dispute path. */
export const freeReturnCovered: Rule<ReasonOf<"free_return_covered">> = ({ channel }, { reason }, terms) => {
  if (channel.programme !== "free_return") return null;
  const isExcluded = isExcludedReason(terms, reason);
  return {
    rule: "free_return_covered",
    outcome: isExcluded ? "fail" : "pass",
    effect: isExcluded ? "dispute_path" : "none",
    reason,
  };
};
