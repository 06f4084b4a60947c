import type { Fault } from "../terms/term-choices";
import type { LabelKind, Payer } from "./label-words";

/** S4-11, S4-12: who pays to send something back: whoever it is at home, and to another country always the seller. */
export const payerTo = (returnCountry: string | null, buyerCountry: string, atHome: Fault): Fault =>
  returnCountry !== null && returnCountry !== buyerCountry ? "seller" : atHome;

/** P-01: one parcel has one payer; the buyer pays only where no line is another's fault. */
export function onePayer(payers: readonly Fault[]): Fault {
  if (payers.includes("seller")) return "seller";
  return payers.includes("carrier") ? "carrier" : "buyer";
}

/** What a label and its payer mean to the buyer at the carrier's counter, and afterwards. */
export const POSTAGES = ["buyer", "refunded", "advanced", "paid", "marketplace"] as const;
export type Postage = (typeof POSTAGES)[number];

export function postageOf(kind: LabelKind, paidBy: Payer): Postage {
  if (paidBy === "marketplace") return "marketplace";
  if (kind === "unpaid") return paidBy === "buyer" ? "buyer" : "refunded";
  return paidBy === "buyer" ? "advanced" : "paid";
}
