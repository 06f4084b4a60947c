import { Globe } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { paths } from "@/lib/i18n/paths";
import { LOCALE_NAMES, LOCALES } from "@/lib/kernel/locale";

type PortalFrameProps = {
  portal: string;
  /** Null where nobody has shown a link yet: then the page names no shop. */
  shopName: string | null;
  /** The return that is read, where another language leads back to. */
  number?: number;
  children: ReactNode;
};

/** The page of a buyer: the shop's name, the other language, and one column. */
export function PortalFrame({ portal, shopName, number, children }: PortalFrameProps) {
  const t = useTranslations("portal");
  const locale = useLocale();
  const others = LOCALES.filter((other) => other !== locale);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-lg flex-col sm:border-line sm:border-x">
      <header className="flex min-h-13 items-center gap-2.5 border-line border-b bg-surface ps-4 pe-2 print:hidden">
        {shopName && (
          <span
            aria-hidden
            className="grid size-7 shrink-0 place-items-center rounded-control bg-tone-done-icon font-semibold text-on-accent text-small"
          >
            {[...shopName][0]?.toUpperCase()}
          </span>
        )}
        <span className="min-w-0 flex-1 truncate font-semibold" dir="auto">
          {shopName ?? t("title")}
        </span>
        {others.map((other) => (
          <form key={other} method="post" action={paths.portalLanguage(portal)}>
            <input type="hidden" name="locale" value={other} />
            {number !== undefined && <input type="hidden" name="number" value={number} />}
            <button
              type="submit"
              className="flex min-h-11 items-center gap-1.5 rounded-control px-2 text-body text-muted"
            >
              <Globe aria-hidden size={18} />
              <span lang={other}>{LOCALE_NAMES[other].full}</span>
            </button>
          </form>
        ))}
      </header>
      <main id="main" className="flex-1 pb-8">
        {children}
      </main>
    </div>
  );
}

/** A part of the page, from edge to edge. */
export function PortalBlock({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className="mb-2 border-line border-y bg-surface px-4 py-3.5">
      {title && <h2 className="font-semibold text-h2">{title}</h2>}
      {children}
    </section>
  );
}

/** One blue button in view: the one that is next. */
export const portalButton = (isNext: boolean, className = ""): string =>
  buttonClass(
    isNext ? "primary" : "secondary",
    "lg",
    `min-h-12 text-h2 ${isNext ? "" : "border-control"} ${className}`,
  );

/** 16 px, so that a phone does not zoom in. */
export const PORTAL_FIELD =
  "min-h-12 w-full min-w-0 rounded-control border border-control bg-surface px-3 text-fg text-h2 aria-invalid:border-danger";
