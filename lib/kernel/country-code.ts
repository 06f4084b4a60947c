const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

const isRegion = (code: string, name: string | undefined): name is string => name !== undefined && name !== code;

/** Every region's code by its names in English and Chinese; made when first asked for. */
function namedRegions(): Map<string, string> {
  const found = new Map<string, string>();
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  for (const locale of ["en", "zh-CN"]) {
    const names = new Intl.DisplayNames(locale, { type: "region" });
    for (const code of codes) {
      const name = names.of(code);
      if (isRegion(code, name)) found.set(name.toLowerCase(), code).set(code.toLowerCase(), code);
    }
  }
  for (const [name, code] of OTHER_NAMES) found.set(name, code);
  return found;
}

/** What shops and forwarders write beside. */
const OTHER_NAMES = [
  ["uk", "GB"],
  ["usa", "US"],
  ["united states of america", "US"],
  ["great britain", "GB"],
  ["russian federation", "RU"],
  ["korea", "KR"],
  ["republic of korea", "KR"],
  ["czech republic", "CZ"],
  ["the netherlands", "NL"],
  ["大韩民国", "KR"],
] as const;

let regions: Map<string, string> | null = null;

/** The ISO 3166 code of a country given by code or name, or null for one we do not know. */
export function countryCodeOf(text: string): string | null {
  regions ??= namedRegions();
  return regions.get(text.trim().toLowerCase()) ?? null;
}
