import { useTranslations } from "next-intl";

type Facts = { code: string } & Record<string, unknown>;

const text = (fact: unknown): string | number => {
  if (typeof fact === "number") return fact;
  return Array.isArray(fact) ? fact.join(", ") : String(fact ?? "");
};

/** The sentence for a refused row, a file that was refused whole, or a doubt about a file. */
export function useReasonWords(): (facts: Facts) => string {
  const t = useTranslations("importReasons");
  const mapping = useTranslations("mapping");
  return ({ code, ...facts }) => {
    const given = Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, text(fact)]));
    if (code === "unknown_status" && given.value === "") given.value = mapping("emptyCell");
    const isKnown = (key: string): key is Parameters<typeof t.has>[0] => t.has(key as Parameters<typeof t.has>[0]);
    return isKnown(code)
      ? t(code, { line: "", column: "", value: "", name: "unknown", columns: "", sheet: "", others: "", ...given })
      : code;
  };
}
