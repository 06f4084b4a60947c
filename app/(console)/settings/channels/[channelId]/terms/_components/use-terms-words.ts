"use client";

import { useLocale, useTranslations } from "next-intl";
import { useReasonName } from "@/components/returns/reason-name";
import { useNow } from "@/components/ui/now";
import { formatPlainDate } from "@/lib/i18n/format";
import { formatMoney } from "@/lib/kernel/money";
import type { Terms } from "@/lib/policy/terms/terms";

type Rule = Terms["returnless"]["rules"][number];
type Holiday = Terms["window"]["holidays"][number];

/** Parts of terms as sentences, with amounts in the channel's currency. */
export function useTermsWords(currency: string) {
  const t = useTranslations("terms");
  const locale = useLocale();
  const now = useNow();
  const nameOf = useReasonName();
  const wordsOf = (reason: string): string => nameOf(reason);
  const money = (minor: number): string =>
    Number.isNaN(minor) ? "?" : formatMoney({ amountMinor: minor, currency }, locale);
  const day = (date: string): string => (date === "" ? "?" : formatPlainDate(date, { locale, now }));
  const price = ({ minMinor: min, maxMinor: max }: Rule): string => {
    if (min !== null && max !== null) return t("sentence.between", { min: money(min), max: money(max) });
    if (max !== null) return t("sentence.upTo", { max: money(max) });
    return min === null ? "any" : t("sentence.from", { min: money(min) });
  };
  const listed = (names: readonly string[]): string => names.join(t("fault.comma"));
  return {
    money,
    day,
    wordsOf,
    ruleSentence: (rule: Rule): string =>
      t("sentence.rule", {
        price: price(rule),
        categories: rule.categories.length === 0 ? "none" : listed(rule.categories),
        reasons: rule.reasons.length === 0 ? "none" : listed(rule.reasons.map(wordsOf)),
        resolution: rule.resolution,
      }),
    holidaySentence: ({ label, basis, boughtFrom, boughtTo, returnableUntil }: Holiday): string =>
      t("sentence.holiday", {
        label: label || "–",
        basis,
        from: day(boughtFrom),
        to: day(boughtTo),
        until: day(returnableUntil),
      }),
  };
}
