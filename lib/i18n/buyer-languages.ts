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

/** A text that stands in several languages, for a buyer: in theirs, else in English, else in the first there is. */
export function textFor(texts: Readonly<Record<string, string>>, buyerLocale: string | null): string {
  const written = Object.keys(texts).filter((tag) => texts[tag] !== "");
  const tag = languageFor(buyerLocale, written) ?? languageFor("en", written) ?? written[0];
  return tag === undefined ? "" : (texts[tag] ?? "");
}

/** Every language that can be chosen: those that are offered, then those that something stands in already. */
export const languagesWith = (written: readonly string[]): string[] => [...new Set([...BUYER_LANGUAGES, ...written])];

/** The name of a language for a reader; a tag that nobody has a name for stays as it is. */
export const languageName = (tag: string, reader: string): string =>
  new Intl.DisplayNames(reader, { type: "language" }).of(isLocale(tag) ? primaryOf(tag) : tag) ?? tag;
