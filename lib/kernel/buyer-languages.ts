import type { Locale } from "@/lib/kernel/locale";
import { isLocale } from "./locale";

/** The languages that are offered for buyers everywhere; a seller adds any other by writing in it. */
export const BUYER_LANGUAGES = ["en", "zh-CN", "de", "fr", "es", "it", "ja"] as const;

const AT_MOST = 35;

/** A language tag in the one spelling of BCP 47; null for what is none. */
export function canonicalLanguage(text: string): string | null {
  if (text.length > AT_MOST) return null;
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? null;
  } catch {
    return null;
  }
}

const primaryOf = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? "";

/** Of the languages something is written in, the one for a buyer: theirs, or another kind of theirs; null: none. */
export function languageFor(buyerLocale: string | null, written: readonly string[]): string | null {
  const tag = canonicalLanguage(buyerLocale ?? "");
  if (tag === null) return null;
  return written.find((one) => one === tag) ?? written.find((one) => primaryOf(one) === primaryOf(tag)) ?? null;
}

/** The language that a buyer reads: one of those offered, or another by its first part; English where unknown. */
export const readingLanguage = (buyerLocale: string | null): string =>
  languageFor(buyerLocale, BUYER_LANGUAGES) ?? primaryOf(canonicalLanguage(buyerLocale ?? "") ?? "en");

type Texts = Readonly<Record<string, string>>;

/** Of a text that stands in several languages, the one for a buyer: theirs, else English, else the first there is. */
export function textLanguage(texts: Texts, buyerLocale: string | null): string | null {
  const written = Object.keys(texts).filter((tag) => texts[tag] !== "");
  return languageFor(buyerLocale, written) ?? languageFor("en", written) ?? written[0] ?? null;
}

export const textFor = (texts: Texts, buyerLocale: string | null): string =>
  texts[textLanguage(texts, buyerLocale) ?? ""] ?? "";

/** Every language that can be chosen: those that are offered, then those that something stands in already. */
export const languagesWith = (written: readonly string[]): string[] => [...new Set([...BUYER_LANGUAGES, ...written])];

/** The name of a language for a reader; a tag that nobody has a name for stays as it is. */
export const languageName = (tag: string, reader: string): string =>
  new Intl.DisplayNames(reader, { type: "language" }).of(isLocale(tag) ? primaryOf(tag) : tag) ?? tag;

/** In which of our languages a buyer is written to; English where theirs is unknown or has no texts yet. */
export const buyerLanguage = (buyerLocale: string | null): Locale =>
  /^zh\b/i.test(buyerLocale ?? "") ? "zh-CN" : "en";
