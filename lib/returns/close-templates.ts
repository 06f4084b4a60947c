import type { Locale } from "../i18n/locale";
import {
  closeReasonLabel,
  fillTemplate,
  type OwnTemplate,
  resolveTemplate,
  templateValues,
} from "../notifications/templates";
import { CLOSE_REASON_CODES, type CloseReasonCode } from "../policy/close-reasons";

/** What the comments to a buyer may name; null is unknown and gets a neutral word. */
export type MessageFacts = {
  number: number;
  buyerName: string | null;
  itemName: string | null;
  orderNumber: string;
  shopName: string;
};

/** What buyers are told by default when a request is closed, by reason: the seller's own words, else ours, unfilled. */
export const closeTemplates = (own: readonly OwnTemplate[], locale: Locale): Record<CloseReasonCode, string> =>
  Object.fromEntries(
    CLOSE_REASON_CODES.map((reason) => [reason, resolveTemplate(own, { kind: "buyer.closed", locale, reason }).body]),
  ) as Record<CloseReasonCode, string>;

/** The comments of a closing with their variables replaced by what is known of one return (S2-07). */
export function fillComment(text: string, facts: MessageFacts, reason: CloseReasonCode, language: Locale): string {
  const { number, ...known } = facts;
  const returnNumber = `R-${number}`;
  return fillTemplate(
    text,
    templateValues({ ...known, returnNumber, reason: closeReasonLabel(reason, language) }, language),
  );
}
