import type { Label, Payer } from "./evaluation";
import type { ChannelFacts } from "./facts";
import type { Reason } from "./rule";
import type { Verdict } from "./verdict";

/** P-01, S4-11, S4-12: one parcel, one payer; the buyer pays only where no line is another's fault. */
function payerOf(reasons: readonly Reason[]): Payer {
  const causes = reasons.filter((reason) => reason.rule === "reason_and_fault");
  if (causes.some(({ fault, isAbroad }) => fault === "seller" || isAbroad)) return "seller";
  return causes.some(({ fault }) => fault === "carrier") ? "carrier" : "buyer";
}

/** S1-11, P-01, S0-16: the label a request gets by policy, and whose cost it is. */
export function labelFor(
  { programme }: Pick<ChannelFacts, "programme">,
  { verdict, isPrepaidEligible }: { verdict: Verdict; isPrepaidEligible: boolean },
  reasons: readonly Reason[],
): Label {
  if (programme === "free_return" && verdict === "in_policy") return { kind: "prepaid", paidBy: "marketplace" };
  return { kind: isPrepaidEligible ? "prepaid" : "unpaid", paidBy: payerOf(reasons) };
}
