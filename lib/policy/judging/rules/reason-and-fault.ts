import { faultOf, payerOf, reasonName } from "../fault";
import { buyerCountry, freeReturnOf, isExcludedReason } from "../free-return";
import { payerTo } from "../freight";
import { reasonKey } from "../reasons";
import type { ReasonOf, Rule } from "../rule";

/** P-07, S4-11, S4-12: whose fault the reason is, and so who pays for the way back, unless the terms name somebody else. */
export const reasonAndFault: Rule<ReasonOf<"reason_and_fault">> = (facts, line, terms, operation) => {
  const { channel } = facts;
  const { reason } = line;
  const name = reasonName(reason);
  const fault = faultOf(terms, name, line.reasonFault);
  const atHome = payerOf(terms, name, line.reasonFault);
  const country = buyerCountry(facts);
  const isAbroad = channel.returnCountry !== null && channel.returnCountry !== country;
  const isLocal = channel.programme === "free_return" && !isExcludedReason(terms, reason);
  const isFree = isLocal && freeReturnOf(facts, line, operation) === "first";
  return {
    rule: "reason_and_fault",
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
};
