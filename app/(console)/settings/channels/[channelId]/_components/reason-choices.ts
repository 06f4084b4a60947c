import type { Locale } from "@/lib/i18n/locale";
import { reasonName } from "@/lib/policy/fault";
import { openReasons, type ReasonRow } from "@/lib/policy/own-reasons";

/** The return reasons that a rule may name, and the seller's own words for them. */
export const reasonChoices = (rows: readonly ReasonRow[], locale: Locale) => ({
  reasons: openReasons(rows, "return").map(({ code }) => reasonName(code)),
  reasonLabels: Object.fromEntries(rows.map(({ code, labels }) => [reasonName(code), labels[locale]])),
});
