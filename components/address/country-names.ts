import { COUNTRY_CODES } from "@/lib/countries";

export type CountryName = { code: string; name: string };

/** The countries we know with their names in a language, by name; `also` is one that a saved address has beside them. */
export function countryNames(locale: string, also?: string): CountryName[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const order = new Intl.Collator(locale);
  return [...new Set<string>([...COUNTRY_CODES, ...(also ? [also] : [])])]
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => order.compare(a.name, b.name));
}
