"use client";

import { ALargeSmall, CircleQuestionMark, Languages, LogOut, Monitor, Moon, Rows3, Store, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { Spellings } from "@/components/command-palette/match-command";
import { leave } from "@/components/send-sign-in";
import { askBefore } from "@/components/ui/leave-guard";
import { PREFERENCES } from "@/components/ui/preferences";
import { usePreferences } from "@/components/ui/preferences-context";
import { useTheme } from "@/components/ui/theme-context";
import { usePreference } from "@/components/ui/use-preference";
import { paths } from "@/lib/i18n/paths";
import { LOCALE_COOKIE, LOCALE_NAMES, LOCALES } from "@/lib/kernel/locale";
import type { ShellViewer } from "../_shell/shell-viewer";
import { openShortcutHelp } from "../_shell/shortcuts";
import type { Command } from "./command";

const THEMES = [
  { theme: "system", key: "themeSystem", Icon: Monitor },
  { theme: "light", key: "themeLight", Icon: Sun },
  { theme: "dark", key: "themeDark", Icon: Moon },
] as const;

const DENSITIES = [
  { density: "default", key: "densityDefault" },
  { density: "compact", key: "densityCompact" },
] as const;

/** What this browser can be told to show otherwise, help, and the way out. What is so already is not offered. */
export function useSettingCommands(viewer: ShellViewer, known: Record<string, Spellings> = {}): Command[] {
  const t = useTranslations("palette.commands");
  const router = useRouter();
  const locale = useLocale();
  const { theme, choose: chooseTheme } = useTheme();
  const { preferences, choose } = usePreferences();
  const { keep: keepLocale } = usePreference(LOCALE_COOKIE);
  const spelled = (key: string) => known[`palette.commands.${key}`] ?? [];
  const themes = THEMES.filter((one) => one.theme !== theme).map(
    ({ theme: other, key, Icon }): Command => ({
      id: key,
      group: "settings",
      label: t(key),
      icon: <Icon aria-hidden size={16} />,
      spellings: spelled(key),
      run: () => chooseTheme(other),
    }),
  );
  const languages = LOCALES.filter((other) => other !== locale).map(
    (other): Command => ({
      id: `language ${other}`,
      group: "settings",
      label: t("language", { name: LOCALE_NAMES[other].full }),
      icon: <Languages aria-hidden size={16} />,
      spellings: spelled("language"),
      run: () => keepLocale(other),
    }),
  );
  const sizes = PREFERENCES.textSize
    .filter((size) => size !== preferences.textSize)
    .map(
      (size): Command => ({
        id: `size ${size}`,
        group: "settings",
        label: t("textSize", { percent: Number(size) }),
        icon: <ALargeSmall aria-hidden size={16} />,
        spellings: spelled("textSize"),
        isQuiet: true,
        run: () => choose("textSize", size),
      }),
    );
  const densities = DENSITIES.filter(({ density }) => density !== preferences.density).map(
    ({ density, key }): Command => ({
      id: key,
      group: "settings",
      label: t(key),
      icon: <Rows3 aria-hidden size={16} />,
      spellings: spelled(key),
      isQuiet: true,
      run: () => choose("density", density),
    }),
  );
  const shortcuts: Command = {
    id: "shortcuts",
    group: "help",
    label: t("shortcuts"),
    icon: <CircleQuestionMark aria-hidden size={16} />,
    shortcut: ["?"],
    spellings: spelled("shortcuts"),
    isAct: true,
    run: openShortcutHelp,
  };
  const switchSeller: Command = {
    id: "switchSeller",
    group: "navigate",
    label: t("switchSeller"),
    icon: <Store aria-hidden size={16} />,
    spellings: spelled("switchSeller"),
    run: () => askBefore(() => router.push(paths.sellers)),
  };
  const signOut: Command = {
    id: "signOut",
    group: "help",
    label: t("signOut"),
    icon: <LogOut aria-hidden size={16} />,
    spellings: spelled("signOut"),
    isQuiet: true,
    run: leave,
  };
  return [
    ...(viewer.canSwitchSeller ? [switchSeller] : []),
    ...themes,
    ...languages,
    ...sizes,
    ...densities,
    shortcuts,
    signOut,
  ];
}
