import type { LineFacts } from "../facts";
import { count } from "../fields";
import { freeReturnOf, isExcludedReason } from "../free-return";
import { rule } from "../rule";

/** S0-14, S0-29: what of an order travels free of charge goes in one parcel; sent apart, only the first of it is free. */
export const oneParcel = rule({
  name: "one_parcel",
  outcomes: ["info"],
  effects: { none: {} },
  fields: { units: count, earlier: count },
})((facts, line, terms, operation) => {
  if (facts.channel.programme !== "free_return") return null;
  const isFree = (one: Pick<LineFacts, "reason" | "hasFreeReturn">) =>
    !isExcludedReason(terms, one.reason) && ["first", "later"].includes(freeReturnOf(facts, one, operation));
  const units = facts.lines.filter(isFree).reduce((sum, { quantity }) => sum + quantity, 0);
  const earlier = facts.order.earlierFreeReturns;
  return isFree(line) && units + earlier > 1 ? { outcome: "info", effect: "none", units, earlier } : null;
});
