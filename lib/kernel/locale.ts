export const LOCALES = ["en", "zh-CN"] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language in its own words, never translated. */
export const LOCALE_NAMES: Record<Locale, { full: string; short: string }> = {
  en: { full: "English", short: "EN" },
  "zh-CN": { full: "简体中文", short: "中文" },
};

export const LOCALE_COOKIE = "locale";
/** Of a buyer on the pages of a shop, which has nothing to do with the console. */
export const BUYER_LOCALE_COOKIE = "buyer-locale";
export const TIME_ZONE_COOKIE = "tz";

export const isLocale = (text: string | undefined): text is Locale => LOCALES.some((locale) => locale === text);

/** The language to speak: what the person chose (cookie), else the best of Accept-Language, else English. */
export function resolveLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...params] = entry.trim().toLowerCase().split(";");
      const weight = params.map((param) => /^\s*q=([\d.]+)$/.exec(param)?.[1]).find((q) => q !== undefined);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => tag !== "" && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    if (tag === "zh" || tag.startsWith("zh-")) return "zh-CN";
    if (tag === "en" || tag.startsWith("en-")) return "en";
  }
  return "en";
}

/** The reader's time zone from their cookie; a name that does not exist counts as UTC. */
export function resolveTimeZone(chosen: string | undefined): string {
  if (chosen === undefined) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: chosen }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
