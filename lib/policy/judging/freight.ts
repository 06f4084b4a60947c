import type { Fault } from "../terms/term-choices";
import type { Evaluation } from "./evaluation";
import type { LabelKind, Payer } from "./evaluation-words";

/** S4-11, S4-12: who pays to send something back: whoever it is at home, and to another country always the seller. */
export const payerTo = (returnCountry: string | null, buyerCountry: string, atHome: Fault): Fault =>
  returnCountry !== null && returnCountry !== buyerCountry ? "seller" : atHome;

/** P-01: one parcel has one payer; the buyer pays only where no line is another's fault. */
export function onePayer(payers: readonly Fault[]): Fault {
  if (payers.includes("seller")) return "seller";
  return payers.includes("carrier") ? "carrier" : "buyer";
}

type Judged = Pick<Evaluation, "label" | "lines">;

/**
 * P-33: who pays the way back of a judged request to an address of this country. It stays as it was judged where no
 * address is chosen: a free return goes to the marketplace's own warehouse.
 */
export function payerOfWay({ label, lines }: Judged, returnCountry: string | null): Payer {
  if (returnCountry === null || label.paidBy === "marketplace") return label.paidBy;
  const payers = lines.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => {
      if (reason.rule !== "reason_and_fault" || reason.buyerCountry === undefined) return [];
      return [payerTo(returnCountry, reason.buyerCountry, reason.atHome ?? reason.fault)];
    }),
  );
  // A judgement of before knows no country of the buyer.
  return payers.length === 0 ? label.paidBy : onePayer(payers);
}

/** What a label and its payer mean to the buyer at the carrier's counter, and afterwards. */
export const POSTAGES = ["buyer", "refunded", "advanced", "paid", "marketplace"] as const;
export type Postage = (typeof POSTAGES)[number];

export function postageOf(kind: LabelKind, paidBy: Payer): Postage {
  if (paidBy === "marketplace") return "marketplace";
  if (kind === "unpaid") return paidBy === "buyer" ? "buyer" : "refunded";
  return paidBy === "buyer" ? "advanced" : "paid";
}
