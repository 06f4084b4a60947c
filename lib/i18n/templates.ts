import { buyerLanguage, languageFor } from "@/lib/kernel/buyer-languages";
import type { Locale } from "@/lib/kernel/locale";
import { shownText } from "@/lib/kernel/shown-text";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { CLOSE_REASON_CODES, type CloseReasonCode, findCloseReason } from "@/lib/policy/machines/return/close-reasons";
import { VARIABLES, type Variable, type VariableValues } from "@/lib/policy/messages/fill-template";
import { TEMPLATE_SLUGS, type TemplateKind } from "@/lib/policy/messages/message";
import others from "./buyer-words.json" with { type: "json" };
import en from "./messages/en.json" with { type: "json" };
import zh from "./messages/zh-CN.json" with { type: "json" };

export { fillTemplate } from "@/lib/policy/messages/fill-template";

export type TemplateText = { subject: string; body: string };

/** A seller's own words for one kind in one language; `reason` is empty where they serve whatever the reason. */
export type OwnTemplate = {
  kind: TemplateKind;
  /** Any language: a seller may write in those that we have no words in. */
  locale: string;
  reason: string;
} & TemplateText;

export type WantedTemplate = Pick<OwnTemplate, "kind" | "locale" | "reason">;
export type ResolvedTemplate = TemplateText & { locale: string; isOwn: boolean };

const WORDS = { en: en.buyerTemplates, "zh-CN": zh.buyerTemplates } as const satisfies Record<Locale, unknown>;
type Words = { unknown: Partial<Record<Variable, string>>; closeReasons: Record<CloseReasonCode, string> };
const labelsOf = (reasons: Record<CloseReasonCode, { label: string }>) =>
  Object.fromEntries(CLOSE_REASON_CODES.map((code) => [code, reasons[code].label])) as Words["closeReasons"];
/** What a text may have to name, in every language that is offered for buyers: a seller writes in all of them. */
const NAMES: Record<string, Words> = {
  en: { unknown: en.buyerTemplates.unknown, closeReasons: labelsOf(en.closeReasons) },
  "zh-CN": { unknown: zh.buyerTemplates.unknown, closeReasons: labelsOf(zh.closeReasons) },
  ...others,
};
const namesIn = (language: string) => NAMES[languageFor(language, Object.keys(NAMES)) ?? "en"];

/** Of an authorization with the marketplace's label, number and warehouse: a seller's usual words name their own. */
export const FREE_RETURN = "free_return";

/** Our own words: those of the reason where it has some, else those for whatever the reason. */
export function defaultTemplate(kind: TemplateKind, locale: string, reason: string): TemplateText {
  const texts: { default: TemplateText } & Record<string, TemplateText> =
    WORDS[buyerLanguage(locale)][TEMPLATE_SLUGS[kind]];
  return (Object.hasOwn(texts, reason) ? texts[reason] : undefined) ?? texts.default;
}

/**
 * The words for a message in a language: the seller's for the reason, the seller's for whatever reason, ours. A message
 * that a person picks (`buyer.message`) is named by its reason, and its own words stand for no other.
 */
export function resolveTemplate(
  own: readonly OwnTemplate[],
  { kind, locale, reason }: WantedTemplate,
): ResolvedTemplate {
  const ofReason = (wanted: string) =>
    own.find((text) => text.kind === kind && text.locale === locale && text.reason === wanted);
  const isApart = kind === "buyer.message" || reason === FREE_RETURN;
  const found = ofReason(reason) ?? (isApart ? undefined : ofReason(""));
  const { subject, body } = found ?? defaultTemplate(kind, locale, reason);
  return { subject, body, locale, isOwn: found !== undefined };
}

/** The language that a buyer gets a message in: theirs where the seller wrote it in it, else the one of ours. */
export function templateLanguage(
  own: readonly OwnTemplate[],
  { kind, reason }: Omit<WantedTemplate, "locale">,
  buyerLocale: string | null,
): string {
  const isMeant = (text: OwnTemplate) =>
    text.kind === kind &&
    (text.reason === reason || (kind !== "buyer.message" && reason !== FREE_RETURN && text.reason === ""));
  const written = own.filter(isMeant).map(({ locale }) => locale);
  return languageFor(buyerLocale, written) ?? buyerLanguage(buyerLocale);
}

/** What is known of a return as the values of the variables; what is unknown gets a neutral word, or nothing. */
export function templateValues(
  known: Partial<Record<Variable, string | null | undefined>>,
  locale: string,
): VariableValues {
  const neutral = namesIn(locale)?.unknown;
  const of = (name: Variable) => shownText(known[name] || neutral?.[name] || "");
  return Object.fromEntries(VARIABLES.map((name) => [name, of(name)])) as VariableValues;
}

/** Why a request was closed, in the buyer's language: as the seller calls it, else as we do; null where nobody has words. */
export function closeReasonLabel(code: string, language: string, labels: ReasonLabels | null = null): string | null {
  const known = findCloseReason(code);
  return labels?.[buyerLanguage(language)] ?? (known && (namesIn(language)?.closeReasons[known.code] ?? null));
}
