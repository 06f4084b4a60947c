import { faultOf, reasonName } from "../fault";
import { isListed } from "../listed";
import { reasonKey } from "../reasons";
import type { ReasonOf, Rule } from "../rule";

/** P-07, S4-11, S4-12: whose fault the reason is, and so who pays for the way back. */
export const reasonAndFault: Rule<ReasonOf<"reason_and_fault">> = ({ channel }, { reason }, terms) => {
  const fault = faultOf(terms, reasonName(reason));
  const isAbroad = channel.returnCountry !== null && channel.returnCountry !== channel.country;
  const isFree = channel.programme === "free_return" && !isListed(reasonName(reason), terms.freeReturn.excludedReasons);
  return {
    rule: "reason_and_fault",
    outcome: reasonKey(reason) === null ? "unknown" : "info",
    effect: isFree ? "marketplace_pays" : isAbroad ? "seller_pays" : `${fault}_pays`,
    reason,
    fault,
    isAbroad,
  };
};
