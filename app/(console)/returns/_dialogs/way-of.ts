import type { LabelKind, Payer } from "@/lib/policy/judging/label-words";
import { payerOfWay } from "@/lib/policy/judging/payer-of-way";
import type { AuthorizeForm } from "@/lib/returns/authorize-form";
import type { DecisionOptions } from "@/lib/returns/decision-options";

type Chosen = Pick<AuthorizeForm, "addressId" | "newAddress" | "label">;

/** P-33: which label it will be and who pays it, by the address and the label that are chosen now. */
export function wayOf(options: DecisionOptions, chosen: Chosen): { kind: LabelKind; payer: Payer; isBought: boolean } {
  const { evaluation } = options;
  const kind = chosen.label === "policy" ? evaluation.label.kind : chosen.label;
  return {
    kind,
    payer: payerOfWay(evaluation, countryOf(options, chosen)),
    isBought: kind === "own" || (kind === "prepaid" && evaluation.isPrepaidEligible) || chosen.label === "prepaid",
  };
}

/** The country of the address that is chosen now; null while none is. */
function countryOf({ addresses }: DecisionOptions, { addressId, newAddress }: Chosen): string | null {
  if (addressId === "new") return newAddress.country === "" ? null : newAddress.country;
  return addresses.find(({ id }) => id === addressId)?.country ?? null;
}
