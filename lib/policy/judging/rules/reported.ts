import { REACH } from "../../reach";
import type { ReasonOf, Rule } from "../rule";

/** P-21: what the marketplace's report says of the request; on a mirrored channel its word decides. */
export const reported: Rule<ReasonOf<"reported">> = ({ channel, reported: facts }) => {
  if (REACH[channel.mode].confirmsBy === null || facts === null) return null;
  const { isInPolicy, labelType, labelPaidBy } = facts;
  return {
    rule: "reported",
    outcome: isInPolicy === null ? "unknown" : isInPolicy ? "pass" : "fail",
    effect: isInPolicy === null ? "none" : isInPolicy ? "in_policy" : "out_of_policy",
    isInPolicy,
    labelType,
    labelPaidBy,
  };
};
