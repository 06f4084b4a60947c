import { text } from "../fields";
import { isExcludedReason } from "../free-return";
import { rule } from "../rule";

/** S0-04: some causes are no free local return but take the ordinary dispute path. */
export const freeReturnCovered = rule({
  name: "free_return_covered",
  outcomes: ["pass", "fail"],
  effects: { none: {}, dispute_path: { verdict: "out_of_policy", holds: "dispute_path" } },
  fields: { reason: text },
})(({ channel }, { reason }, terms) => {
  if (channel.programme !== "free_return") return null;
  const isExcluded = isExcludedReason(terms, reason);
  return {
    outcome: isExcluded ? "fail" : "pass",
    effect: isExcluded ? "dispute_path" : "none",
    reason,
  };
});
