import { OUTBOUND_STATES } from "../facts";
import { oneOf } from "../fields";
import { rule } from "../rule";

/** S3-09, S3-10: a parcel that no carrier has can be stopped; one on its way is something to talk about at once. */
export const outbound = rule({
  name: "outbound",
  outcomes: ["info"],
  effects: { ask_forwarder: { holds: "not_handed_over" }, message_buyer: { holds: "on_its_way" } },
  fields: { state: oneOf(OUTBOUND_STATES) },
})(({ order }) => {
  const { outbound: state, deliveredOn } = order;
  if (state === null || state === "delivered" || deliveredOn !== null) return null;
  return {
    outcome: "info",
    effect: state === "not_handed_over" ? "ask_forwarder" : "message_buyer",
    state,
  };
});
