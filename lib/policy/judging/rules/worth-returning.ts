import { FAULTS } from "../../terms/term-choices";
import { payerOf } from "../fault";
import { count, ifSaid, oneOf, orNull, text } from "../fields";
import { buyerCountry } from "../free-return";
import { payerTo } from "../freight";
import { goodsValue } from "../price";
import { rule } from "../rule";

/** S2-10: where the way back costs more than the goods are worth, whoever pays it, keeping them is the better answer. */
export const worthReturning = rule({
  name: "worth_returning",
  outcomes: ["pass", "info", "unknown"],
  effects: { none: {}, keep_item: {} },
  fields: {
    costMinor: orNull(count),
    valueMinor: orNull(count),
    currency: text,
    otherCurrency: ifSaid(text),
    paidBy: oneOf(FAULTS),
  },
})((facts, line, terms, { labels }) => {
  const { channel, lines } = facts;
  const isAbroad = channel.returnCountry !== null && channel.returnCountry !== buyerCountry(facts);
  const costMinor = isAbroad ? labels.costAbroadMinor : labels.costMinor;
  // Only where somebody said what a parcel costs.
  if (channel.programme !== "seller_fulfilled" || costMinor === null) return null;
  const valueMinor = goodsValue(lines);
  const isDearer = valueMinor !== null && costMinor > valueMinor;
  return {
    outcome: valueMinor === null ? "unknown" : isDearer ? "info" : "pass",
    effect: isDearer ? "keep_item" : "none",
    costMinor,
    valueMinor,
    currency: channel.currency,
    ...(facts.otherCurrency && { otherCurrency: facts.otherCurrency }),
    paidBy: payerTo(channel.returnCountry, buyerCountry(facts), payerOf(terms, line.reasonName, line.reasonFault)),
  };
});
