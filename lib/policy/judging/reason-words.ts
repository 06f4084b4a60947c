import type { Reason } from "./rules";

type Words = {
  /** A date without a time, as people read it. */
  day: (date: string) => string;
  reasonName: (reason: string) => string;
  /** An amount in minor units of a currency, as people read it. */
  money: (minor: number, currency: string) => string;
  /** Whose words it is told in. */
  marketplace: string;
};

/** A reason's numbers as its sentences take them: dates, amounts and reason codes in words, what is unknown as "none". */
export function reasonWords(
  reason: Reason,
  { day, reasonName, money, marketplace }: Words,
): Record<string, string | number> {
  const word = (name: string, value: string | number | boolean | null) => {
    if (value === null) return "none";
    if (typeof value === "boolean") return String(value);
    if (typeof value === "number")
      return name.endsWith("Minor") && "currency" in reason ? money(value, reason.currency) : value;
    if (name === "reason") return reasonName(value);
    return name.endsWith("On") ? day(value) : value;
  };
  return {
    otherCurrency: "none",
    marketplace,
    ...Object.fromEntries(Object.entries(reason).map(([name, value]) => [name, word(name, value)])),
  };
}
