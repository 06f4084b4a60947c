import { day, orNull } from "../fields";
import { rule } from "../rule";

/** An order that was called off may be paid back already, or never have left: a person looks before anything comes back. */
export const orderCancelled = rule({
  name: "order_cancelled",
  outcomes: ["info"],
  effects: { check_order: { holds: "order_cancelled" } },
  fields: { cancelledOn: orNull(day) },
})(({ order: { isCancelled, cancelledOn } }) =>
  isCancelled ? { outcome: "info", effect: "check_order", cancelledOn } : null,
);
