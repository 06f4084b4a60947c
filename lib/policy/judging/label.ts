import type { Fault } from "../terms/term-choices";
import type { Label } from "./evaluation";
import type { ChannelFacts } from "./facts";
import { onePayer } from "./freight";
import type { Payer } from "./label-words";
import type { Reason } from "./rules";
import type { Verdict } from "./verdict";

const PAYER_OF_EFFECT = {
  seller_pays: "seller",
  carrier_pays: "carrier",
  buyer_pays: "buyer",
  marketplace_pays: null,
} as const;

function payerOf(reasons: readonly Reason[]): Payer {
  const payers: Fault[] = [];
  for (const reason of reasons) {
    const payer = reason.rule === "reason_and_fault" ? PAYER_OF_EFFECT[reason.effect] : null;
    if (payer !== null) payers.push(payer);
  }
  return onePayer(payers);
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
