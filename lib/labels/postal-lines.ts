import type { Address } from "../address";

const CHINESE = /\p{Script=Han}/u;
const NAMES = new Intl.DisplayNames("en", { type: "region" });
/** Countries that write the postal code after the place. */
const CODE_LAST = new Set("US CA MX GB IE AU IN SG CN HK JP KR TR AE SA RU UA".split(" "));

/** Lines of an address under its recipient, as a carrier reads them; the country's name in English comes last. */
export function postalLines(address: Address): string[] {
  const { line1, line2, city, region, postalCode, country, phone } = address;
  const name = (NAMES.of(country) ?? country).toUpperCase();
  // Chinese goes from the large to the small; a city of its own province is named once.
  if (country === "CN" && CHINESE.test(line1))
    return present([
      city.startsWith(region ?? "") ? city : `${region}${city}`,
      line1,
      line2,
      postalCode,
      `中国 ${name}`,
      phone,
    ]);
  const place = [city, region].filter(Boolean).join(", ");
  return present([
    line1,
    line2,
    (CODE_LAST.has(country) ? `${place} ${postalCode}` : `${postalCode} ${place}`).trim(),
    name,
    phone,
  ]);
}

const present = (lines: readonly (string | null)[]): string[] => lines.filter((line): line is string => Boolean(line));
