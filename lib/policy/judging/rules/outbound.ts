import type { ReasonOf, Rule } from "../rule";

/** S3-09, S3-10: a parcel that no carrier has can be stopped; one on its way is something to talk about at once. */
export const outbound: Rule<ReasonOf<"outbound">> = ({ order }) => {
  const { outbound: state, deliveredOn } = order;
  if (state === null || state === "delivered" || deliveredOn !== null) return null;
  return {
    rule: "outbound",
    outcome: "info",
    effect: state === "not_handed_over" ? "ask_forwarder" : "message_buyer",
    state,
  };
};
