import { clsx } from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaLink } from "./busy-area";
import { buttonClass } from "./button-class";

type PaginationProps = {
  /** "1–50 of 1,000+ · sorted by …" */
  summary: ReactNode;
  previousHref: string | null;
  nextHref: string | null;
  /** Page sizes as links, or other controls. */
  children?: ReactNode;
  className?: string;
};

/** The foot of a list that pages by key: previous and next, no page numbers. */
export function Pagination({ summary, previousHref, nextHref, children, className = "px-0.5 py-1" }: PaginationProps) {
  const t = useTranslations("common");
  return (
    <nav
      aria-label={t("pagination")}
      className={clsx(
        "flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 text-micro text-subtle print:hidden",
        className,
      )}
    >
      <p className="tabular-nums">{summary}</p>
      {children}
      <div className="ms-auto flex gap-1">
        <Step href={previousHref} rel="prev" label={t("previous")} icon={<ChevronLeft aria-hidden size={16} />} />
        <Step href={nextHref} rel="next" label={t("next")} icon={<ChevronRight aria-hidden size={16} />} />
      </div>
    </nav>
  );
}

type StepProps = { href: string | null; rel: "prev" | "next"; label: string; icon: ReactNode };

function Step({ href, rel, label, icon }: StepProps) {
  const look = buttonClass("ghost", "sm", "min-h-7! w-7 px-0! pointer-coarse:min-h-11! pointer-coarse:w-11");
  if (href === null) {
    return (
      <span aria-disabled="true" className={look}>
        {icon}
      </span>
    );
  }
  return (
    <AreaLink href={href} rel={rel} aria-label={label} title={label} className={look}>
      {icon}
    </AreaLink>
  );
}
