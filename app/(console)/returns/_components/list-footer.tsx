"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import { type Kept, listHref, PAGE_SIZES } from "@/lib/returns/shared/list-view";

type ListFooterProps = {
  filter: ReturnFilter;
  kept: Kept;
  matching: number;
  places: { first: number; last: number; previousHref: string | null; nextHref: string | null };
};

/** Where in the list this page stands, and the ways to its neighbours. */
export function ListFooter({ filter, kept, matching, places }: ListFooterProps) {
  const t = useTranslations("returns.footer");
  const { first, last, previousHref, nextHref } = places;
  const isMore = matching > 1000;
  // Pages are told by key; what was counted may have grown since, but never to less than what is shown.
  const total = isMore ? Math.max(1000, last) : Math.max(matching, last);
  return (
    <Pagination
      previousHref={previousHref}
      nextHref={nextHref}
      summary={t("summary", { first, last, total, isMore: String(isMore), sort: filter.sort.replace("-", "un") })}
    >
      <span className="flex items-center gap-1">
        {t("per")}
        {PAGE_SIZES.map((size) => (
          <Link
            key={size}
            href={listHref(filter, { ...kept, per: size })}
            aria-current={size === kept.per ? "true" : undefined}
            className="inline-flex min-h-7 min-w-7 items-center justify-center rounded-badge px-1 hover:text-fg aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-fg pointer-coarse:min-h-11 pointer-coarse:min-w-11"
          >
            {size}
          </Link>
        ))}
      </span>
    </Pagination>
  );
}
