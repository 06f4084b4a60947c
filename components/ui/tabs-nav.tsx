import { clsx } from "clsx";
import { AreaLink } from "./busy-area";

export type TabLink = {
  key: string;
  href: string;
  label: string;
  isCurrent: boolean;
  /** Formatted: "41", "1,000+". */
  count?: string | undefined;
  /** In words, what of it is late: "3 older than a day". */
  late?: string | undefined;
};

type TabsNavProps = { label: string; tabs: readonly TabLink[]; className?: string };

/** Tabs that are links: each has an address and loads its own data. On a phone the row scrolls, the page does not. */
export function TabsNav({ label, tabs, className = "mb-3" }: TabsNavProps) {
  return (
    <nav
      aria-label={label}
      className={clsx(
        "-mx-4 overflow-x-auto overscroll-x-contain px-4 [scrollbar-width:none] md:mx-0 md:px-0 print:hidden",
        className,
      )}
    >
      <ul className="flex w-max min-w-full gap-5 shadow-[inset_0_-1px_var(--border)]">
        {tabs.map((tab) => (
          <li key={tab.key}>
            <AreaLink
              href={tab.href}
              aria-current={tab.isCurrent ? "page" : undefined}
              className={clsx(
                "flex min-h-9 items-center gap-1.5 whitespace-nowrap border-b-2 pt-0.5 -outline-offset-2 pointer-coarse:min-h-11",
                tab.isCurrent
                  ? "border-accent font-semibold text-fg"
                  : "border-transparent text-muted hover:border-control hover:text-fg",
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="font-medium text-micro text-subtle tabular-nums">{tab.count}</span>
              )}
              {tab.late !== undefined && (
                <span className="font-medium text-micro text-tone-critical-fg tabular-nums">{tab.late}</span>
              )}
            </AreaLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
