"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Segmented } from "./segmented";
import { readTheme, THEME_COOKIE, type Theme } from "./theme";
import { usePreference } from "./use-preference";

const onThemeChange = (notify: () => void) => {
  const observer = new MutationObserver(notify);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
};

/** System, light or dark; the attribute on <html> is the one truth, the cookie carries it to the server. */
export function ThemeSwitch() {
  const t = useTranslations("shell");
  const theme = useSyncExternalStore(
    onThemeChange,
    () => readTheme(document.documentElement.dataset.theme),
    () => "system" as Theme,
  );
  const { keep } = usePreference(THEME_COOKIE);
  const change = (next: Theme) => {
    document.documentElement.dataset.theme = next;
    keep(next);
  };
  return (
    <Segmented
      label={t("theme")}
      value={theme}
      onChange={change}
      segments={[
        { value: "system", label: t("themeSystem"), content: <Monitor aria-hidden size={15} /> },
        { value: "light", label: t("themeLight"), content: <Sun aria-hidden size={15} /> },
        { value: "dark", label: t("themeDark"), content: <Moon aria-hidden size={15} /> },
      ]}
    />
  );
}
