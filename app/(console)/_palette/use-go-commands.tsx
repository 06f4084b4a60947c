"use client";

import { Bookmark, Inbox, Plus, Search, Settings, Upload } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Spellings } from "@/components/command-palette/match-command";
import { askBefore } from "@/components/ui/leave-guard";
import { paths } from "@/lib/i18n/paths";
import { shownText } from "@/lib/kernel/shown-text";
import { statusWord } from "@/lib/policy/machines/return/status-words";
import type { Jump } from "@/lib/returns/jumps";
import { TABS } from "@/lib/returns/shared/filter";
import { navItemsFor } from "../_shell/nav-items";
import type { ShellViewer } from "../_shell/shell-viewer";
import { viewHref } from "../returns/_views/view-query";
import { SETTINGS_SECTIONS } from "../settings/settings-sections";
import { type Command, SEARCH } from "./command";
import type { useKnown } from "./use-palette-data";

type Sources = {
  viewer: ShellViewer;
  typed: string;
  jumps: readonly Jump[];
  known: ReturnType<typeof useKnown>["data"];
};

/** Over what fits by letters, so that it is chosen by Enter; and under it, as one of many finds. */
const SCORE = { named: 1000, found: 35, search: 1 } as const;

/** Two labels in one are typed in one: the words of both, language by language. */
const together = (first: Spellings = [], second: Spellings = []): Spellings =>
  first.map((words, language) => [...words, ...(second[language] ?? [])]);

/** Everything that leads somewhere: returns by their numbers, pages, saved views, what is made anew. */
export function useGoCommands({ viewer, typed, jumps, known }: Sources): Command[] {
  const t = useTranslations();
  const router = useRouter();
  const spellings = known?.spellings ?? {};
  const may = (permission: ShellViewer["permissions"][number]) => viewer.permissions.includes(permission);
  const to = (href: string) => () => askBefore(() => router.push(href));
  const searched = typed.trim();
  const found = jumps.map(
    ({ id, number, orderNumber, title, isExact, ...jump }): Command => ({
      id: `jump ${id}`,
      group: "jump",
      label: `R-${number}`,
      hint: [
        t("palette.order", { number: orderNumber }),
        title && shownText(title),
        t(`status.${statusWord(jump.status, jump.marketplace, jump.reportedStatus, jump.isLabelTaken)}`),
      ]
        .filter(Boolean)
        .join(" · "),
      icon: <Inbox aria-hidden size={16} />,
      score: isExact ? SCORE.named : SCORE.found,
      run: to(paths.returnDetail(id)),
    }),
  );
  const search: Command = {
    id: SEARCH,
    group: "jump",
    label: t("palette.commands.search", { text: searched }),
    icon: <Search aria-hidden size={16} />,
    score: SCORE.search,
    isQuiet: true,
    run: to(paths.findReturns(searched)),
  };
  const pages = navItemsFor(viewer.permissions).map(
    ({ key, href, icon: Icon, shortcut }): Command => ({
      id: `nav.${key}`,
      group: "navigate",
      label: t(`nav.${key}`),
      icon: <Icon aria-hidden size={16} />,
      ...(shortcut === null ? {} : { shortcut: ["g", shortcut] }),
      spellings: spellings[`nav.${key}`] ?? [],
      run: to(href),
    }),
  );
  const tabs = TABS.map(
    (tab): Command => ({
      id: `tab ${tab}`,
      group: "navigate",
      label: t("palette.tab", { page: t("nav.returns"), tab: t(`returns.tabs.${tab}`) }),
      icon: <Inbox aria-hidden size={16} />,
      spellings: together(spellings["nav.returns"], spellings[`returns.tabs.${tab}`]),
      isQuiet: true,
      run: to(paths.returns(tab)),
    }),
  );
  const sections = SETTINGS_SECTIONS.map(
    ({ key, href }): Command => ({
      id: `section ${key}`,
      group: "navigate",
      label: t("palette.section", { page: t("nav.settings"), section: t(`settings.nav.${key}`) }),
      icon: <Settings aria-hidden size={16} />,
      spellings: together(spellings["nav.settings"], spellings[`settings.nav.${key}`]),
      isQuiet: true,
      run: to(href),
    }),
  );
  const views = (known?.views ?? []).map(
    (view): Command => ({
      id: `view ${view.id}`,
      group: "views",
      label: view.name,
      hint: view.isOwn ? undefined : t("palette.sharedBy", { name: view.owner }),
      icon: <Bookmark aria-hidden size={16} />,
      spellings: [view.spelling],
      run: to(viewHref(view)),
    }),
  );
  const create = (key: "newReturn" | "import", href: string, icon: Command["icon"]): Command => ({
    id: key,
    group: "create",
    label: t(`palette.commands.${key}`),
    icon,
    spellings: spellings[`palette.commands.${key}`] ?? [],
    run: to(href),
  });
  return [
    ...(may("returns:read") && searched !== "" ? [...found, search] : []),
    ...pages,
    ...(may("returns:read") ? tabs : []),
    ...(may("settings:read") ? sections : []),
    ...views,
    ...(may("returns:decide") ? [create("newReturn", paths.newReturn(), <Plus aria-hidden size={16} />)] : []),
    ...(may("imports:run") ? [create("import", paths.import, <Upload aria-hidden size={16} />)] : []),
  ];
}
