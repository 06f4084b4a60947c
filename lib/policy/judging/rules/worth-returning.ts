import { payerOf, reasonName } from "../fault";
import { buyerCountry } from "../free-return";
import { payerTo } from "../freight";
import { goodsValue } from "../price";
import type { ReasonOf, Rule } from "../rule";

/** S2-10: where the way back costs more than the goods are worth, whoever pays it, keeping them is the better answer. */
export const worthReturning: Rule<ReasonOf<"worth_returning">> = (facts, line, terms, { labels }) => {
  const { channel, lines } = facts;
  const isAbroad = channel.returnCountry !== null && channel.returnCountry !== buyerCountry(facts);
  const costMinor = isAbroad ? labels.costAbroadMinor : labels.costMinor;
  // Only where somebody said what a parcel costs.
  if (channel.programme !== "seller_fulfilled" || costMinor === null) return null;
  const valueMinor = goodsValue(lines);
  const isDearer = valueMinor !== null && costMinor > valueMinor;
  return {
    rule: "worth_returning",
    outcome: valueMinor === null ? "unknown" : isDearer ? "info" : "pass",
    effect: isDearer ? "keep_item" : "none",
    costMinor,
    valueMinor,
    currency: channel.currency,
    ...(facts.otherCurrency && { otherCurrency: facts.otherCurrency }),
    paidBy: payerTo(
      channel.returnCountry,
      buyerCountry(facts),
      payerOf(terms, reasonName(line.reason), line.reasonFault),
    ),
  };
};
