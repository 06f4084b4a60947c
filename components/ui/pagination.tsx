import { ArrowLeft, ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "./button-class";
import { Link } from "./link";

type PaginationProps = {
  /** "1–50 of 1,000+ · sorted by …" */
  summary: ReactNode;
  previousHref: string | null;
  nextHref: string | null;
  /** Page sizes as links, or other controls. */
  children?: ReactNode;
};

/** The foot of a list that pages by key: previous and next, no page numbers. */
export function Pagination({ summary, previousHref, nextHref, children }: PaginationProps) {
  const t = useTranslations("common");
  return (
    <nav
      aria-label={t("pagination")}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 px-0.5 py-2.5 text-muted text-small print:hidden"
    >
      <p className="me-auto tabular-nums">{summary}</p>
      {children}
      <div className="flex gap-2">
        <Step href={previousHref} rel="prev">
          <ArrowLeft aria-hidden size={15} />
          {t("previous")}
        </Step>
        <Step href={nextHref} rel="next">
          {t("next")}
          <ArrowRight aria-hidden size={15} />
        </Step>
      </div>
    </nav>
  );
}

function Step({ href, rel, children }: { href: string | null; rel: "prev" | "next"; children: ReactNode }) {
  const look = buttonClass("secondary", "sm");
  if (href === null) {
    return (
      <span aria-disabled="true" className={look}>
        {children}
      </span>
    );
  }
  return (
    <Link href={href} rel={rel} className={look}>
      {children}
    </Link>
  );
}
