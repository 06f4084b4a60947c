"use client";

import { useTranslations } from "next-intl";
import { useFieldWords } from "@/components/refusal-words";
import { FIELD_CODES } from "@/lib/kernel/field-codes";
import type { FloorBreach } from "@/lib/policy/terms/rows";
import { textOf } from "./typed-terms";
import { useTermsWords } from "./use-terms-words";

const OWN_CODES = ["twice", "before_start", "before_end", "below_least", "in_past", "number"] as const;

/** A path names its row; in a pasted list that is a line. */
const lineOf = (path: string): number | null => {
  const text = textOf(path);
  const line = text === undefined ? Number.NaN : Number.parseInt(path.slice(text.length + 1), 10);
  return Number.isNaN(line) ? null : line + 1;
};

/** What cannot stay in the terms, a sentence for each place: what the schema refuses, and what is below the floor (S1-04). */
export function useProblems(currency: string, marketplace: string) {
  const t = useTranslations("terms.problems");
  const fieldText = useFieldWords();
  const { money, wordsOf } = useTermsWords(currency);

  const codeText = (path: string, code: string): string => {
    const own = OWN_CODES.find((each) => each === code);
    const isNumber = /(days|Days|Percent|Minor)$/.test(path) && FIELD_CODES.some((each) => each === code);
    const words = isNumber ? t("number") : own ? t(own) : fieldText(code);
    const line = lineOf(path);
    return line === null ? words : t("line", { line, words });
  };
  const breachText = ({ code, name, floor, yours }: FloorBreach): string => {
    const said = { marketplace, name: name ?? "–" };
    if (code === "fault") return t("floor.fault", { ...said, name: wordsOf(name ?? "") });
    if (typeof floor !== "number") return "";
    if (code === "no_local_address")
      return t("floor.no_local_address", {
        marketplace,
        floor: money(floor),
        yours: typeof yours === "number" ? money(yours) : "none",
      });
    return t(`floor.${code}`, { ...said, floor, yours: typeof yours === "number" ? yours : 0 });
  };
  return {
    problemsOf: (fields: Record<string, string[]>, breaches: readonly FloorBreach[]): Record<string, string> => ({
      ...Object.fromEntries(breaches.map((breach) => [breach.path.join("."), breachText(breach)])),
      ...Object.fromEntries(
        Object.entries(fields).map(([path, codes]) => {
          const place = path.replace(/^terms\./, "");
          return [place, codeText(place, codes[0] ?? "invalid")];
        }),
      ),
    }),
  };
}
