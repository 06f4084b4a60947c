import {
  closeReasonLabel,
  fillTemplate,
  type OwnTemplate,
  resolveTemplate,
  templateLanguage,
  templateValues,
} from "@/lib/i18n/templates";
import type { MergedReason } from "@/lib/policy/judging/own-reasons";

/** What the comments to a buyer may name; null is unknown and gets a neutral word. */
export type MessageFacts = {
  number: number;
  buyerName: string | null;
  itemName: string | null;
  orderNumber: string;
  shopName: string;
};

/** A close reason as the dialogs offer it. */
export type CloseChoice = Pick<MergedReason, "code" | "labels" | "needsComment" | "carriesRefund" | "isBuyerVisible">;

export const closeChoices = (reasons: readonly MergedReason[]): CloseChoice[] =>
  reasons.map(({ code, labels, needsComment, carriesRefund, isBuyerVisible }) => ({
    code,
    labels,
    needsComment,
    carriesRefund,
    isBuyerVisible,
  }));

/** A text and the language that it is in, which need not be the buyer's. */
export type WrittenText = { text: string; language: string };

/** What buyers are told by default when a request is closed, by reason: the seller's own words, else ours, unfilled. */
export const closeTemplates = (
  own: readonly OwnTemplate[],
  buyerLocale: string | null,
  reasons: readonly CloseChoice[],
): Record<string, WrittenText> =>
  Object.fromEntries(
    reasons.map(({ code }) => {
      const wanted = { kind: "buyer.closed" as const, reason: code };
      const language = templateLanguage(own, wanted, buyerLocale);
      return [code, { text: resolveTemplate(own, { ...wanted, locale: language }).body, language }];
    }),
  );

/** The comments of a closing with their variables replaced by what is known of one return (S2-07). */
export function fillComment(
  text: string,
  facts: MessageFacts,
  { code, labels, isBuyerVisible }: Pick<CloseChoice, "code" | "labels" | "isBuyerVisible">,
  language: string,
): string {
  const { number, ...known } = facts;
  const returnNumber = `R-${number}`;
  // What buyers are not to read has no name for them.
  const reason = isBuyerVisible ? closeReasonLabel(code, language, labels) : null;
  return fillTemplate(text, templateValues({ ...known, returnNumber, reason }, language));
}
