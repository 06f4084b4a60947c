"use client";

import { useLocale, useTranslations } from "next-intl";
import { languageName } from "@/lib/kernel/buyer-languages";

/** What is to be said where the text that was inserted is not in the language that the buyer reads; null elsewhere. */
export function useOtherLanguage(): (read: string, written: string | undefined) => string | null {
  const t = useTranslations("close");
  const reader = useLocale();
  return (read, written) =>
    written === undefined || languageName(read, reader) === languageName(written, reader)
      ? null
      : t("otherLanguage", { language: languageName(read, reader), written: languageName(written, reader) });
}
