import type { Reason } from "./rule";

type Formats = {
  /** A date 'YYYY-MM-DD' as the reader writes it. */
  day: (date: string) => string;
  /** A return reason in words, or the code as it came (P-08). */
  cause: (raw: string) => string;
};

/**
 * What the sentences `policy.rules.<rule>.*` take: the reason's own fields, dates and return reasons in words,
 * what is unknown as "none", yes and no as "true" and "false", so that ICU can branch on them.
 */
export function reasonValues(reason: Reason, { day, cause }: Formats): Record<string, string | number> {
  const inWords = (name: string, value: string | number | boolean | null): string | number => {
    if (value === null) return "none";
    if (typeof value !== "string") return typeof value === "number" ? value : String(value);
    if (name === "reason") return cause(value);
    return name.endsWith("On") ? day(value) : value;
  };
  return {
    otherCurrency: "none",
    ...Object.fromEntries(Object.entries(reason).map(([name, value]) => [name, inWords(name, value)])),
  };
}
