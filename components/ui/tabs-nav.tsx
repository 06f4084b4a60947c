import { clsx } from "clsx";
import { Count } from "./count";
import { Link } from "./link";

export type TabLink = {
  key: string;
  href: string;
  label: string;
  isCurrent: boolean;
  /** Formatted: "41", "1,000+". */
  count?: string | undefined;
  /** In words: "3 overdue". */
  overdue?: string | undefined;
};

/** Tabs that are links: each has an address and loads its own data. On a phone the row scrolls, the page does not. */
export function TabsNav({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav
      aria-label={label}
      className="-mx-4 mb-3 overflow-x-auto overscroll-x-contain px-4 [scrollbar-width:none] md:mx-0 md:px-0 print:hidden"
    >
      <ul className="flex w-max min-w-full gap-1 shadow-[inset_0_-1px_var(--border)]">
        {tabs.map((tab) => (
          <li key={tab.key}>
            <Link
              href={tab.href}
              aria-current={tab.isCurrent ? "page" : undefined}
              className={clsx(
                "flex min-h-10 items-center gap-1.75 whitespace-nowrap border-b-2 px-3 pt-0.5 -outline-offset-2 transition-colors duration-150 pointer-coarse:min-h-11",
                tab.isCurrent
                  ? "border-accent font-semibold text-fg"
                  : "border-transparent text-muted hover:border-control hover:text-fg",
              )}
            >
              {tab.label}
              {tab.count !== undefined && <Count>{tab.count}</Count>}
              {tab.overdue !== undefined && <Count isCritical>{tab.overdue}</Count>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
