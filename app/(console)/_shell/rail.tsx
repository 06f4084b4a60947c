import { useTranslations } from "next-intl";
import { Logo } from "@/components/logo";
import { LanguageSwitch } from "@/components/ui/language-switch";
import { Link } from "@/components/ui/link";
import { ThemeSwitch } from "@/components/ui/theme-switch";
import { paths } from "@/lib/i18n/paths";
import { BulkActTray } from "../_bulk-acts/bulk-act-tray";
import { PaletteButton } from "../_palette/palette-button";
import { navItemsFor } from "./nav-items";
import { NavLink } from "./nav-link";
import { SellerSlot } from "./seller-slot";
import type { ShellViewer } from "./shell-viewer";
import { UserMenu } from "./user-menu";

const GROUPS = ["orders", "shop"] as const;

type RailProps = { viewer: ShellViewer; counts: { returns?: string | undefined; handover?: string | undefined } };

export function Rail({ viewer, counts }: RailProps) {
  const t = useTranslations();
  const items = navItemsFor(viewer.permissions);
  return (
    <header className="sticky top-0 flex h-dvh flex-col overflow-y-auto border-line border-e bg-surface px-2.5 py-3 max-rail:px-2 max-md:hidden print:hidden">
      <Link
        href={paths.home}
        className="mb-1.5 flex min-h-8 items-center gap-2 self-start rounded-control px-2 heading"
      >
        <Logo size={20} />
        <span className="max-rail:sr-only">{t("shell.product")}</span>
      </Link>
      <SellerSlot viewer={viewer} />
      <PaletteButton />
      <nav aria-label={t("nav.main")} className="-mx-1 min-h-24 flex-1 overflow-y-auto px-1">
        {GROUPS.map((group) => {
          const entries = items.filter((item) => item.group === group);
          if (entries.length === 0) return null;
          return (
            <div key={group} className="mt-2.5">
              <h2 id={`nav-${group}`} className="px-2 pb-1 font-medium text-micro text-subtle max-rail:sr-only">
                {t(`nav.${group}`)}
              </h2>
              <ul aria-labelledby={`nav-${group}`} className="flex flex-col gap-px">
                {entries.map(({ key, href, icon: Icon }) => (
                  <li key={key}>
                    <NavLink
                      href={href}
                      icon={<Icon aria-hidden size={17} strokeWidth={1.75} />}
                      count={key === "returns" || key === "handover" ? counts[key] : undefined}
                    >
                      {t(`nav.${key}`)}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </nav>
      <BulkActTray className="mt-4 max-rail:hidden" />
      <div className="-mx-1 mt-3 flex flex-wrap items-center justify-between max-rail:hidden">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <div className="mt-2 border-line border-t pt-2">
        <UserMenu viewer={viewer} />
      </div>
    </header>
  );
}
