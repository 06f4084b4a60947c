import { ISO_COUNTRIES } from "@/lib/kernel/countries";

export type CountryName = { code: string; name: string };

/** Every country with its name in a language, by name; `also` is what a saved address has beside them. */
export function countryNames(locale: string, also?: string): CountryName[] {
  const names = new Intl.DisplayNames(locale, { type: "region" });
  const order = new Intl.Collator(locale);
  return [...new Set([...ISO_COUNTRIES, ...(also ? [also] : [])])]
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => order.compare(a.name, b.name));
}
