"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaLink, useArea } from "@/components/ui/busy-area";
import { Spinner } from "@/components/ui/spinner";
import { builtInFilter, builtInOf, isBuiltIn } from "@/lib/returns/shared/built-in-views";
import { emptyFilter } from "@/lib/returns/shared/filter";
import { listHref } from "@/lib/returns/shared/list-view";
import type { LoadedList } from "../load-list";
import { ViewActs } from "./view-acts";
import { viewHref } from "./view-query";

/** The lists that people come back to: those that every shop has, with what is in them, and those that were kept. */
export function ViewRow({ list }: { list: LoadedList }) {
  const t = useTranslations("views");
  const { view, frame } = list;
  const { filter, per, viewId } = view;
  const current = frame.views.find(({ id }) => id === viewId);
  const usual = { ...emptyFilter(filter.tab), sort: filter.sort };
  const canSave = frame.members.some(({ id }) => id === list.user.id);
  return (
    <div className="flex h-13 shrink-0 items-center gap-3 max-md:order-3! md:mt-2.5 md:h-6.5 print:hidden">
      <nav
        aria-label={t("menu")}
        className="-mx-4 min-w-0 flex-1 overflow-x-auto px-4 [scrollbar-width:none] md:-mx-1 md:px-1"
      >
        <ul className="flex w-max gap-2 py-1 md:gap-1.5 md:py-0">
          {builtInOf(filter.tab).map((name) => {
            const isOn = current === undefined && isBuiltIn(name, filter);
            const count = frame.viewCounts[name];
            const href = listHref(isOn ? usual : { ...builtInFilter(name, filter.tab), sort: filter.sort }, { per });
            return (
              <ViewChip key={name} href={href} isOn={isOn} count={count} isUrgent={name === "overdue" && count > 0}>
                {t(`builtIn.${name}`)}
              </ViewChip>
            );
          })}
          {frame.views.map((kept) => (
            <ViewChip
              key={kept.id}
              href={viewHref(kept)}
              isOn={kept.id === viewId}
              count={frame.keptCounts[kept.id]}
              title={kept.isOwn ? undefined : t("sharedBy", { name: kept.owner })}
            >
              <bdi>{kept.name}</bdi>
            </ViewChip>
          ))}
        </ul>
      </nav>
      <ViewActs key={viewId} canSave={canSave} views={frame.views} current={current ?? null} filter={filter} />
    </div>
  );
}

type ViewChipProps = {
  href: string;
  isOn: boolean;
  /** Over a thousand means more; left out where nobody counts. */
  count?: number | undefined;
  isUrgent?: boolean;
  title?: string | undefined;
  children: ReactNode;
};

function ViewChip({ href, isOn, count, isUrgent = false, title, children }: ViewChipProps) {
  const t = useTranslations("returns");
  const { goal } = useArea();
  return (
    <li>
      <AreaLink
        href={href}
        title={title}
        aria-current={isOn ? "true" : undefined}
        className={clsx(
          "inline-flex h-9 max-w-60 items-center gap-1.5 whitespace-nowrap rounded-full border px-3 text-small md:h-6.5 md:px-2.5",
          isOn ? "border-accent bg-selected font-medium text-link" : "border-line bg-surface hover:border-control",
        )}
      >
        <span className="truncate">{children}</span>
        {goal === href ? (
          <Spinner />
        ) : (
          count !== undefined && (
            <span
              className={clsx(
                "font-medium text-micro tabular-nums",
                isUrgent ? "text-tone-critical-fg" : isOn ? "text-link" : "text-subtle",
              )}
            >
              {t("count", { count: Math.min(count, 1000), isMore: String(count > 1000) })}
            </span>
          )
        )}
      </AreaLink>
    </li>
  );
}
