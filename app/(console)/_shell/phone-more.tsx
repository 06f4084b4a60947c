"use client";

import { LogOut, Search, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { openPalette } from "@/components/command-palette/open-palette";
import { leave } from "@/components/send-sign-in";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { Link } from "@/components/ui/link";
import { whenNoDialog } from "@/components/ui/open-dialogs";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { paths } from "@/lib/i18n/paths";
import type { NavItem } from "./nav-items";
import { SellerSlot } from "./seller-slot";
import type { ShellViewer } from "./shell-viewer";

type PhoneMoreProps = { viewer: ShellViewer; items: readonly NavItem[]; onLeave: () => void };

/** What does not fit into the bar: further pages, seller, account, language, theme, the way out. */
export function PhoneMore({ viewer, items, onLeave }: PhoneMoreProps) {
  const t = useTranslations("shell");
  const nav = useTranslations("nav");
  const palette = useTranslations("palette");
  const find = () => {
    onLeave();
    whenNoDialog(openPalette);
  };
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-col gap-1">
        <SellerSlot viewer={viewer} onNavigate={onLeave} />
        <p className="text-small text-subtle">{t("signedInAs", { email: viewer.email })}</p>
      </div>
      <Button size="lg" icon={<Search aria-hidden size={18} />} aria-haspopup="dialog" onClick={find}>
        {palette("open")}
      </Button>
      {items.length > 0 && (
        <ul className="grid grid-cols-2 gap-2">
          {items.map(({ key, href, icon: Icon }) => (
            <li key={key}>
              <Link href={href} onClick={onLeave} className={buttonClass("secondary", "lg", "w-full justify-start!")}>
                <Icon aria-hidden size={18} />
                {nav(key)}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-center justify-between gap-4">
        {t("language")}
        <LanguageSwitch />
      </div>
      <div className="flex items-center justify-between gap-4">
        {t("theme")}
        <ThemeSwitch />
      </div>
      <div className="flex flex-col gap-2">
        <Link href={paths.account} onClick={onLeave} className={buttonClass("secondary", "lg")}>
          <UserRound aria-hidden size={18} />
          {nav("account")}
        </Link>
        <Button size="lg" icon={<LogOut aria-hidden size={18} />} onClick={leave}>
          {t("signOut")}
        </Button>
      </div>
    </div>
  );
}
