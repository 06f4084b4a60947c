import { useLocale, useTranslations } from "next-intl";
import { useCallback } from "react";
import type { ReasonLabels } from "@/lib/policy/judging/own-reasons";
import { findCloseReason } from "@/lib/policy/machines/return/close-reasons";

/** A close reason in the reader's language: as the seller called it on its day, else as we do, else its code. */
export function useCloseReasonName(): (code: string, labels: ReasonLabels | null) => string {
  const t = useTranslations("closeReasons");
  const locale = useLocale();
  return useCallback(
    (code, labels) => {
      const known = findCloseReason(code);
      return labels?.[locale] ?? (known ? t(`${known.code}.label`) : code);
    },
    [t, locale],
  );
}
