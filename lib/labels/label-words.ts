import type { Locale } from "@/lib/kernel/locale";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { normaliseReason, reasonKey } from "@/lib/policy/judging/reasons";
import en from "../i18n/messages/en.json" with { type: "json" };
import zh from "../i18n/messages/zh-CN.json" with { type: "json" };

const WORDS = { en: en.label, "zh-CN": zh.label } as const satisfies Record<Locale, unknown>;
const REASONS = { en: en.returnReasons, "zh-CN": zh.returnReasons } as const satisfies Record<Locale, unknown>;
export type LabelWord = keyof typeof en.label;

/** A word in the buyer's language, and in English beside it where that is another: carriers and warehouses read it too. */
export type Said = { main: string; also: string | null };

export type LabelWords = {
  locale: Locale;
  say: (word: LabelWord) => Said;
  /** A buyer's reason in words; a code that has none as it came (P-08). */
  reason: (reason: string, labels: ReasonLabels | null) => string;
};

export const labelWords = (locale: Locale): LabelWords => ({
  locale,
  say: (word) => ({ main: WORDS[locale][word], also: locale === "en" ? null : WORDS.en[word] }),
  reason: (reason, labels) => {
    const known = reasonKey(reason);
    if (labels) return labels[locale];
    return known ? REASONS[locale][known] : normaliseReason(reason);
  },
});
