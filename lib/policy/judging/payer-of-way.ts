import type { Evaluation } from "./evaluation";
import { onePayer, payerTo } from "./freight";
import type { Payer } from "./label-words";

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
