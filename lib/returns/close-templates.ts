import type { Locale } from "../i18n/locale";
import en from "../i18n/messages/en.json" with { type: "json" };
import zh from "../i18n/messages/zh-CN.json" with { type: "json" };
import type { CloseReasonCode } from "../policy/close-reasons";

const WORDS = { en, "zh-CN": zh } as const satisfies Record<Locale, unknown>;

/** What a message to a buyer may name; null is unknown and gets a neutral word. */
export type MessageFacts = {
  buyerName: string | null;
  itemName: string | null;
  orderNumber: string;
  shopName: string;
};

/** What a buyer is told by default when a request is closed for a reason, in their language, with its variables. */
export const closeTemplates = (language: Locale): Record<CloseReasonCode, string> =>
  WORDS[language].buyerTemplates.close;

/** A text with its variables replaced by what is known of one return. */
export function fillMessage(text: string, facts: MessageFacts, language: Locale): string {
  const unknown = WORDS[language].close.unknown;
  const values: Record<string, string> = {
    "{buyerName}": facts.buyerName ?? unknown.buyerName,
    "{itemName}": facts.itemName ?? unknown.itemName,
    "{orderNumber}": facts.orderNumber,
    "{shopName}": facts.shopName,
  };
  return text.replace(/\{[A-Za-z]+\}/g, (variable) => values[variable] ?? variable);
}
