"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import { COUNTRY_CODES } from "@/lib/countries";

/** The countries of a select in the reader's language; `also` is one that a saved address has beside them. */
export function CountryOptions({ also }: { also?: string }) {
  const locale = useLocale();
  const countries = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: "region" });
    const order = new Intl.Collator(locale);
    const codes = new Set<string>([...COUNTRY_CODES, ...(also ? [also] : [])]);
    return [...codes]
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .sort((a, b) => order.compare(a.name, b.name));
  }, [locale, also]);
  return countries.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
}
