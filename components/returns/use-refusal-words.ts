"use client";

import { useTranslations } from "next-intl";

/** The sentence for what a verb or a move refuses; what has no words of its own is told as not done. */
export function useRefusalWords(): (refusal: { code: string } & Record<string, unknown>) => string {
  const t = useTranslations("refusals");
  return ({ code, ...facts }) => {
    const isKnown = (key: string): key is Parameters<typeof t.has>[0] => t.has(key as Parameters<typeof t.has>[0]);
    const words = Object.entries(facts).filter(
      (entry): entry is [string, string | number | Date] =>
        typeof entry[1] === "string" || typeof entry[1] === "number" || entry[1] instanceof Date,
    );
    return isKnown(code) ? t(code, Object.fromEntries(words)) : t("generic");
  };
}
