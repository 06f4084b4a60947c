"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { Segmented } from "./segmented";
import { useTheme } from "./theme-context";

/** System, light or dark. */
export function ThemeSwitch() {
  const t = useTranslations("shell");
  const { theme, choose } = useTheme();
  return (
    <Segmented
      label={t("theme")}
      value={theme}
      onChange={choose}
      segments={[
        { value: "system", label: t("themeSystem"), content: <Monitor aria-hidden size={15} /> },
        { value: "light", label: t("themeLight"), content: <Sun aria-hidden size={15} /> },
        { value: "dark", label: t("themeDark"), content: <Moon aria-hidden size={15} /> },
      ]}
    />
  );
}
