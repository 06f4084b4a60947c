"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeysField } from "@/components/ui/keys-field";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { PREFERENCES } from "@/components/ui/preferences";
import { usePreferences } from "@/components/ui/preferences-context";
import { Segmented } from "@/components/ui/segmented";
import { ThemeSwitch } from "@/components/ui/theme-switch";

/** From tight to wide; the usual one stands in the middle. */
const DENSITIES = ["compact", "default"] as const satisfies (typeof PREFERENCES.density)[number][];

/** How this browser shows and hears the product. Every choice holds at once: there is nothing to save. */
export function PreferencesFields() {
  const t = useTranslations("preferences");
  const shell = useTranslations("shell");
  const { preferences, choose } = usePreferences();
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted text-small">{t("hint")}</p>
      <Line label={shell("language")}>
        <LanguageSwitch />
      </Line>
      <Line label={shell("theme")}>
        <ThemeSwitch />
      </Line>
      <Line label={t("textSize")}>
        <Segmented
          label={t("textSize")}
          value={preferences.textSize}
          onChange={(size) => choose("textSize", size)}
          segments={PREFERENCES.textSize.map((size) => ({
            value: size,
            label: t("textSizeValue", { percent: Number(size) }),
          }))}
        />
      </Line>
      <Line label={t("density")} hint={t("densityHint")}>
        <Segmented
          label={t("density")}
          value={preferences.density}
          onChange={(density) => choose("density", density)}
          segments={DENSITIES.map((density) => ({ value: density, label: t(density) }))}
        />
      </Line>
      <KeysField />
    </div>
  );
}

/** The switch names itself; the words beside it are for the eye. */
function Line({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
      <div className="min-w-0 flex-1 basis-44">
        <p className="font-medium text-small">{label}</p>
        {hint && <p className="text-small text-subtle">{hint}</p>}
      </div>
      {children}
    </div>
  );
}
