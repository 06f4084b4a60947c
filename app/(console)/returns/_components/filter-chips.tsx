"use client";

import { useTranslations } from "next-intl";
import { AreaLink } from "@/components/ui/busy-area";
import { Chip } from "@/components/ui/chip";
import { emptyFilter, type ReturnFilter } from "@/lib/returns/shared/filter";
import { type Kept, listHref } from "@/lib/returns/shared/list-view";
import type { ActiveFilter } from "./filter-words";

type FilterChipsProps = { filter: ReturnFilter; kept: Kept; active: readonly ActiveFilter[] };

/** The filters that are on, each with its way off. */
export function FilterChips({ filter, kept, active }: FilterChipsProps) {
  const t = useTranslations("returns.filter");
  if (active.length === 0) return null;
  return (
    <ul aria-label={t("active")} className="mb-2.5 flex flex-wrap items-center gap-2">
      {active.map(({ key, label, without }) => (
        <li key={key}>
          <Chip label={label} removeHref={listHref(without, kept)} />
        </li>
      ))}
      <li>
        <AreaLink
          href={listHref({ ...emptyFilter(filter.tab), sort: filter.sort }, kept)}
          className="inline-flex min-h-7 items-center rounded-badge px-1.5 text-small prose-link pointer-coarse:min-h-11"
        >
          {t("clear")}
        </AreaLink>
      </li>
      {filter.q && filter.tab !== "all" && (
        <li>
          <AreaLink
            href={listHref({ ...filter, tab: "all", sort: "-requested" }, kept)}
            className="inline-flex min-h-7 items-center rounded-badge px-1.5 text-small prose-link pointer-coarse:min-h-11"
          >
            {t("searchAll")}
          </AreaLink>
        </li>
      )}
    </ul>
  );
}
