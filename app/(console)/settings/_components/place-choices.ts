import { COUNTRIES, COUNTRY_CODES } from "@/lib/kernel/countries";
import type { Locale } from "@/lib/kernel/locale";

/** What the selects of a channel's place offer, countries by their name in the reader's language. */
export function placeChoices(locale: Locale) {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  return {
    countries: COUNTRY_CODES.map((code) => ({ code, name: names.of(code) ?? code })),
    currencies: [...new Set(COUNTRY_CODES.map((code) => COUNTRIES[code].currency))].sort(),
    timeZones: Intl.supportedValuesOf("timeZone"),
  };
}
