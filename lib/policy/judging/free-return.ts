import type { Operation, Terms } from "../terms/terms";
import type { LineFacts, ReturnFacts } from "./facts";
import { reasonName } from "./fault";
import { isListed } from "./listed";

type Given = Pick<ReturnFacts, "channel" | "order">;

/** The buyer's country: where the order went, else the one the channel sells in. */
export const buyerCountry = ({ channel, order }: Given): string => order.shipCountry ?? channel.country;

export type FreeReturnAnswer = "first" | "later" | "no_mark" | "country";

/** S0-05, S0-13, S0-15, S0-29: whether a line travels free of charge, or why its way back is the buyer's own. */
export function freeReturnOf(
  { channel, order }: Given,
  { hasFreeReturn }: Pick<LineFacts, "hasFreeReturn">,
  { freeReturnCountries }: Pick<Operation, "freeReturnCountries">,
): FreeReturnAnswer {
  const country = buyerCountry({ channel, order });
  if (!freeReturnCountries.some((row) => row.country === country)) return "country";
  if (hasFreeReturn === false) return "no_mark";
  return order.earlierFreeReturns > 0 ? "later" : "first";
}

/** S0-04: reasons that are no free local return. */
export const isExcludedReason = (terms: Pick<Terms, "freeReturn">, reason: string): boolean =>
  isListed(reasonName(reason), terms.freeReturn.excludedReasons);
