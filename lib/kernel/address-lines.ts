import type { Address } from "./address";

const HAN = /\p{Script=Han}/u;
const KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Countries whose own writing goes from the large to the small, and how it is told from Latin letters. */
const LARGE_FIRST: Readonly<Record<string, RegExp>> = {
  ...{ CN: HAN, TW: HAN, HK: HAN, MO: HAN, JP: KANA, KR: /\p{Script=Hangul}/u },
};
/** What a country is called in its own writing, for the carrier that takes the parcel over there. */
const OWN_NAMES: Readonly<Record<string, string>> = { CN: "中国", JP: "日本", KR: "대한민국" };
/** Countries that write the postal code after the place. */
const CODE_LAST = new Set("US CA MX GB IE AU NZ IN SG CN HK TW JP KR TR AE SA EG RU UA TH VN ID".split(" "));
const NAMES = new Intl.DisplayNames("en", { type: "region" });

/**
 * An address line by line as a carrier reads it, its recipient in it and the country's name in English: the one order of
 * labels, mails and screens (S1-13).
 */
export function addressLines(address: Address): string[] {
  const { recipient, line1, line2, city, region, postalCode, country, phone } = address;
  const name = countryName(country);
  if (!LARGE_FIRST[country]?.test(line1 + city)) {
    const place = [city, region].filter(Boolean).join(", ");
    const placed = (CODE_LAST.has(country) ? `${place} ${postalCode}` : `${postalCode} ${place}`).trim();
    return present([recipient, line1, line2, placed, name, phone]);
  }
  // A city of its own province is named once.
  const space = country === "KR" ? " " : "";
  const place = city.startsWith(region ?? "") ? city : `${region}${space}${city}`;
  const own = [OWN_NAMES[country], name].filter(Boolean).join(" ");
  if (country === "CN") return present([recipient, place, line1, line2, postalCode, own, phone]);
  const code = country === "JP" && postalCode !== "" ? `〒${postalCode}` : postalCode;
  return country === "KR"
    ? present([place, line1, line2, recipient, code, own, phone])
    : present([code, place, line1, line2, recipient, own, phone]);
}

/** A country's name in English, as carriers everywhere read it. */
export const countryName = (code: string): string => (NAMES.of(code) ?? code).toUpperCase();

const present = (lines: readonly (string | null)[]): string[] => lines.filter((line): line is string => Boolean(line));
