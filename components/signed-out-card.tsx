import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "./logo";
import { LanguageSwitch } from "./ui/language-switch";
import { ThemeSwitch } from "./ui/theme-switch";

/** The page of somebody who is not in the console yet: one card, and the choices that need no account. */
export function SignedOutCard({ title, intro, isWide = false, children }: SignedOutCardProps) {
  const t = useTranslations("shell");
  return (
    <div className="flex min-h-dvh flex-col items-center bg-canvas px-4 py-6 xs:justify-center xs:py-10">
      <main id="main" className={clsx("w-full", isWide ? "max-w-2xl" : "max-w-sm")}>
        <p className="mb-4 flex items-center justify-center gap-2 font-semibold text-h2">
          <Logo size={28} />
          {t("product")}
        </p>
        <div className="rounded-card border border-line bg-surface px-5 py-6 xs:px-7">
          <h1 className="heading text-h1">{title}</h1>
          {intro && <p className="mt-1 text-muted">{intro}</p>}
          <div className="mt-5">{children}</div>
        </div>
      </main>
      <footer className="mt-5 flex flex-wrap items-center justify-center gap-3">
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </div>
  );
}

type SignedOutCardProps = { title: ReactNode; intro?: ReactNode; isWide?: boolean; children: ReactNode };
