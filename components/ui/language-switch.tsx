"use client";

import { useLocale, useTranslations } from "next-intl";
import { LOCALE_COOKIE, LOCALE_NAMES, LOCALES } from "@/lib/kernel/locale";
import { Segmented } from "./segmented";
import { usePreference } from "./use-preference";

/** The language of the console, for signed-in and signed-out pages alike. */
export function LanguageSwitch() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const { keep } = usePreference(LOCALE_COOKIE);
  const segments = LOCALES.map((value) => ({
    value,
    label: LOCALE_NAMES[value].full,
    content: LOCALE_NAMES[value].short,
    lang: value,
  }));
  return <Segmented label={t("language")} segments={segments} value={locale} onChange={keep} />;
}
