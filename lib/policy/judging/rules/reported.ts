import { REACH } from "../../reach";
import { flag, orNull, text } from "../fields";
import { rule } from "../rule";

/** P-21: what the marketplace's report says of the request; on a mirrored channel its word decides. */
export const reported = rule({
  name: "reported",
  outcomes: ["pass", "fail", "unknown"],
  effects: { none: {}, in_policy: { verdict: "in_policy" }, out_of_policy: { verdict: "out_of_policy" } },
  fields: { isInPolicy: orNull(flag), labelType: orNull(text), labelPaidBy: orNull(text) },
  isOverruling: true,
})(({ channel, reported: facts }) => {
  if (REACH[channel.mode].confirmsBy === null || facts === null) return null;
  const { isInPolicy, labelType, labelPaidBy } = facts;
  return {
    outcome: isInPolicy === null ? "unknown" : isInPolicy ? "pass" : "fail",
    effect: isInPolicy === null ? "none" : isInPolicy ? "in_policy" : "out_of_policy",
    isInPolicy,
    labelType,
    labelPaidBy,
  };
});
