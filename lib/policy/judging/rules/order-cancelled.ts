import type { ReasonOf, Rule } from "../rule";

/** An order that was called off may be paid back already, or never have left: a person looks before anything comes back. */
export const orderCancelled: Rule<ReasonOf<"order_cancelled">> = ({ order: { isCancelled, cancelledOn } }) =>
  isCancelled ? { rule: "order_cancelled", outcome: "info", effect: "check_order", cancelledOn } : null;
