import { reasonName } from "../fault";
import { isListed } from "../listed";
import type { ReasonOf, Rule } from "../rule";

/** S0-04: some causes are no free local return but take the ordinary dispute path. */
export const freeReturnCovered: Rule<ReasonOf<"free_return_covered">> = ({ channel }, { reason }, { freeReturn }) => {
  if (channel.programme !== "free_return") return null;
  const isExcluded = isListed(reasonName(reason), freeReturn.excludedReasons);
  return {
    rule: "free_return_covered",
    outcome: isExcluded ? "fail" : "pass",
    effect: isExcluded ? "dispute_path" : "none",
    reason,
  };
};
