import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "./link";

type PageHeaderProps = {
  title: ReactNode;
  /** Badges beside the title. */
  badges?: ReactNode;
  /** One line under the title. */
  summary?: ReactNode;
  /** The way back, above the title. */
  back?: { href: string; label: ReactNode };
  /** After the way back: where in a list the page stands. */
  beside?: ReactNode;
  /** Buttons at the end. */
  actions?: ReactNode;
};

/** The head of a page with its one h1, which takes the focus after navigation. */
export function PageHeader({ title, badges, summary, back, beside, actions }: PageHeaderProps) {
  return (
    <header className="mb-3">
      {back && (
        <div className="mb-1.5 flex flex-wrap items-center gap-x-3">
          <Link
            href={back.href}
            className="-ms-1 inline-flex items-center gap-0.5 rounded-badge pe-1 text-muted text-small hover:text-fg pointer-coarse:py-3"
          >
            <ChevronLeft aria-hidden size={16} />
            {back.label}
          </Link>
          {beside}
        </div>
      )}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-44">
          <div className="flex min-h-9 flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1 tabIndex={-1} className="text-h1 heading">
              {title}
            </h1>
            {badges}
          </div>
          {summary && <div className="text-muted text-small">{summary}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
