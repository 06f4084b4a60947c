import { FAULTS } from "../../terms/term-choices";
import { faultOf } from "../fault";
import { count, flag, oneOf } from "../fields";
import { restockingPercent } from "../restocking-fee";
import { rule } from "../rule";

/** P-06: what may be kept of the price at most, by how late the request is and in what condition the item comes back. */
export const restocking = rule({
  name: "restocking",
  outcomes: ["info"],
  effects: { none: {}, fee: {} },
  fields: {
    /** Of the item's price: for an item in its original condition, a used or damaged one, a different one. */
    percent: count,
    damagedPercent: count,
    differentPercent: count,
    isLate: flag,
    fault: oneOf(FAULTS),
  },
})((facts, line, terms) => {
  if (facts.channel.programme !== "seller_fulfilled") return null;
  const fault = faultOf(terms, line.reasonName, line.reasonFault);
  const isLate = facts.requestedOn > line.window.endsOn;
  const percentOf = (condition: "original" | "damaged" | "different") =>
    restockingPercent(terms.restocking, { condition, isLate, fault });
  const percent = percentOf("original");
  return {
    outcome: "info",
    effect: percent > 0 ? "fee" : "none",
    percent,
    damagedPercent: percentOf("damaged"),
    differentPercent: percentOf("different"),
    isLate,
    fault,
  };
});
