import type { Label, Payer } from "./evaluation";
import type { ChannelFacts } from "./facts";
import type { Reason } from "./rule";
import type { Verdict } from "./verdict";

/** P-01, S4-11, S4-12: one parcel, one payer; the buyer pays only where no line is another's fault. */
function payerOf(reasons: readonly Reason[]): Payer {
  const effects = new Set(reasons.map(({ effect }) => effect));
  if (effects.has("seller_pays")) return "seller";
  return effects.has("carrier_pays") ? "carrier" : "buyer";
}

/** S1-11, P-01, S0-16: the label a request gets by policy, and whose cost it is. */
export function labelFor(
  { programme }: Pick<ChannelFacts, "programme">,
  { verdict, isPrepaidEligible }: { verdict: Verdict; isPrepaidEligible: boolean },
  reasons: readonly Reason[],
): Label {
  if (programme === "free_return" && verdict === "in_policy") {
    // One parcel: it travels free only where every line of it does (S0-15).
    const isFree = reasons.every(({ effect }) => effect !== "own_freight");
    return isFree ? { kind: "prepaid", paidBy: "marketplace" } : { kind: "unpaid", paidBy: "buyer" };
  }
  return { kind: isPrepaidEligible ? "prepaid" : "unpaid", paidBy: payerOf(reasons) };
}
