"use client";

import { useTranslations } from "next-intl";
import { AreaLink } from "@/components/ui/busy-area";
import { Pagination } from "@/components/ui/pagination";
import { Shortcut } from "@/components/ui/shortcut";
import type { ReturnFilter } from "@/lib/returns/shared/filter";
import { type Kept, listHref, PAGE_SIZES } from "@/lib/returns/shared/list-view";

type ListFooterProps = {
  filter: ReturnFilter;
  kept: Kept;
  matching: number;
  places: { first: number; last: number; previousHref: string | null; nextHref: string | null };
  canDecide: boolean;
};

const KEYS = [
  { key: "move", of: ["j", "k"] },
  { key: "select", of: ["x"] },
  { key: "decide", of: ["a"] },
  { key: "peek", of: ["Space"] },
] as const;

/** Where in the list this page stands, the ways to its neighbours, and the keys that work here. */
export function ListFooter({ filter, kept, matching, places, canDecide }: ListFooterProps) {
  const t = useTranslations("returns.footer");
  const { first, last, previousHref, nextHref } = places;
  const isMore = matching > 1000;
  // Pages are told by key; what was counted may have grown since, but never to less than what is shown.
  const total = isMore ? Math.max(1000, last) : Math.max(matching, last);
  return (
    <Pagination
      className="sticky bottom-0 z-10 -mx-4 border-line border-t bg-surface px-4 max-md:static md:-mx-5 md:px-5"
      previousHref={previousHref}
      nextHref={nextHref}
      summary={t("summary", { first, last, total, isMore: String(isMore) })}
    >
      <span className="flex items-center gap-1">
        {t("per")}
        {PAGE_SIZES.map((size) => (
          <AreaLink
            key={size}
            href={listHref(filter, { ...kept, per: size })}
            aria-current={size === kept.per ? "true" : undefined}
            className="inline-flex min-h-6 min-w-6 items-center justify-center rounded-badge px-1 hover:text-fg aria-[current]:bg-sunken aria-[current]:font-medium aria-[current]:text-fg pointer-coarse:min-h-11 pointer-coarse:min-w-11"
          >
            {size}
          </AreaLink>
        ))}
      </span>
      <span aria-hidden className="ms-auto flex items-center gap-2 max-rail:hidden pointer-coarse:hidden">
        {KEYS.filter(({ key }) => key !== "decide" || canDecide).map(({ key, of }) => (
          <span key={key} className="flex items-center gap-1">
            {of.map((one) => (
              <Shortcut key={one} of={one} />
            ))}
            {t(`keys.${key}`)}
          </span>
        ))}
      </span>
    </Pagination>
  );
}
