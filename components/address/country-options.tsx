"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import { type CountryName, countryNames } from "./country-names";

type CountryOptionsProps = {
  /** As the server names them, where it draws the page: a browser may know other names. Left out: the browser's. */
  countries?: readonly CountryName[];
};

/** The countries of a select in the reader's language. */
export function CountryOptions({ countries }: CountryOptionsProps) {
  const locale = useLocale();
  const named = useMemo(() => countries ?? countryNames(locale), [locale, countries]);
  return named.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
}
