"use client";

import { ChevronsUpDown, CircleQuestionMark, LogOut, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { leave } from "@/components/send-sign-in";
import { buttonClass } from "@/components/ui/button-class";
import { Menu } from "@/components/ui/menu";
import { paths } from "@/lib/i18n/paths";
import type { ShellViewer } from "./shell-viewer";
import { openShortcutHelp } from "./shortcuts";

export function UserMenu({ viewer }: { viewer: ShellViewer }) {
  const t = useTranslations("shell");
  const nav = useTranslations("nav");
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button
          type="button"
          aria-label={t("userMenu", { name: viewer.name })}
          className={buttonClass(
            "ghost",
            "md",
            "w-full justify-start! gap-2! px-1.5! text-start! text-small! max-rail:justify-center! max-rail:px-0!",
          )}
        >
          <Initials name={viewer.name} />
          <span className="min-w-0 flex-1 max-rail:hidden">
            <span className="block truncate text-fg">{viewer.name}</span>
            <span className="block truncate font-normal text-micro text-subtle">{viewer.email}</span>
          </span>
          <ChevronsUpDown aria-hidden size={15} className="shrink-0 text-subtle max-rail:hidden" />
        </button>
      }
      sections={[
        {
          key: "person",
          label: t("signedInAs", { email: viewer.email }),
          entries: [
            { key: "account", label: nav("account"), icon: <UserRound aria-hidden size={16} />, href: paths.account },
            {
              key: "keys",
              label: t("shortcuts"),
              icon: <CircleQuestionMark aria-hidden size={16} />,
              shortcut: "?",
              onSelect: openShortcutHelp,
            },
          ],
        },
        {
          key: "leave",
          entries: [{ key: "signOut", label: t("signOut"), icon: <LogOut aria-hidden size={16} />, onSelect: leave }],
        },
      ]}
    />
  );
}

function Initials({ name }: { name: string }) {
  const letters = name
    .split(/\s+/)
    .map((part) => [...part][0] ?? "")
    .slice(0, 2)
    .join("");
  return (
    <span
      aria-hidden
      className="flex size-7 shrink-0 items-center justify-center rounded-full bg-tone-neutral font-medium text-micro text-tone-neutral-fg"
    >
      {letters}
    </span>
  );
}
