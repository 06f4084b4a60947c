import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Marketplace } from "@/components/returns/marketplace";
import { InWordsOf } from "@/components/returns/reason-name";
import { Banner } from "@/components/ui/banner";
import { Link } from "@/components/ui/link";
import { SETTINGS_SECTIONS } from "../settings-sections";

type SettingsFrameProps = {
  section: (typeof SETTINGS_SECTIONS)[number]["key"];
  /** Only looked at: this person may not change settings. */
  isReadOnly: boolean;
  /** Whose words it speaks, where it is about one channel. */
  marketplace?: Marketplace | null;
  children: ReactNode;
};

/** The pages of the settings beside each other, and the one that is open. */
export function SettingsFrame({ section, isReadOnly, marketplace = null, children }: SettingsFrameProps) {
  const t = useTranslations("settings");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-8 gap-y-4 lg:grid-cols-[11rem_minmax(0,1fr)]">
      <nav aria-label={t("sections")} className="lg:sticky lg:top-4">
        <ul className="flex gap-1 max-lg:overflow-x-auto lg:flex-col">
          {SETTINGS_SECTIONS.map(({ key, href }) => (
            <li key={key}>
              <Link
                href={href}
                aria-current={key === section ? "page" : undefined}
                className={clsx(
                  "flex min-h-9 items-center whitespace-nowrap rounded-control px-3 transition-colors duration-150 pointer-coarse:min-h-11",
                  key === section ? "bg-selected font-semibold text-fg" : "text-muted hover:bg-sunken hover:text-fg",
                )}
              >
                {t(`nav.${key}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="min-w-0 max-w-[51rem]">
        {isReadOnly && (
          <Banner tone="neutral" className="mb-4">
            {t("readOnly")}
          </Banner>
        )}
        <InWordsOf marketplace={marketplace}>{children}</InWordsOf>
      </div>
    </div>
  );
}
