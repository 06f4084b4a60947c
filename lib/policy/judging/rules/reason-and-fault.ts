import { FAULTS } from "../../terms/term-choices";
import { faultOf, payerOf } from "../fault";
import { flag, ifSaid, oneOf, text } from "../fields";
import { buyerCountry, freeReturnOf, isExcludedReason } from "../free-return";
import { payerTo } from "../freight";
import { reasonKey } from "../reasons";
import { rule } from "../rule";

/** P-07, S4-11, S4-12: whose fault the reason is, and so who pays for the way back, unless the terms name somebody else. */
export const reasonAndFault = rule({
  name: "reason_and_fault",
  outcomes: ["info", "unknown"],
  effects: { seller_pays: {}, buyer_pays: {}, carrier_pays: {}, marketplace_pays: {} },
  fields: {
    reason: text,
    fault: oneOf(FAULTS),
    isAbroad: flag,
    /** Who pays to an address at home, and where that is; absent in judgements of before. */
    atHome: ifSaid(oneOf(FAULTS)),
    buyerCountry: ifSaid(text),
  },
})((facts, line, terms, operation) => {
  const { channel } = facts;
  const { reason, reasonName: name } = line;
  const fault = faultOf(terms, name, line.reasonFault);
  const atHome = payerOf(terms, name, line.reasonFault);
  const country = buyerCountry(facts);
  const isAbroad = channel.returnCountry !== null && channel.returnCountry !== country;
  const isLocal = channel.programme === "free_return" && !isExcludedReason(terms, reason);
  const isFree = isLocal && freeReturnOf(facts, line, operation) === "first";
  return {
    outcome: reasonKey(reason) === null && line.reasonFault === null ? "unknown" : "info",
    effect: isFree
      ? "marketplace_pays"
      : isLocal
        ? "buyer_pays"
        : `${payerTo(channel.returnCountry, country, atHome)}_pays`,
    reason,
    fault,
    isAbroad,
    // Where the goods go to the marketplace's warehouse, no address of the seller's changes who pays.
    ...(isLocal ? {} : { atHome, buyerCountry: country }),
  };
});
