import { useTranslations } from "next-intl";
import { TabsNav } from "@/components/ui/tabs-nav";
import { emptyFilter, TABS, type Tab } from "@/lib/returns/shared/filter";
import { listHref } from "@/lib/returns/shared/list-view";
import type { LoadedList } from "../load-list";

/** The tabs with what waits in them. */
export function ReturnTabs({ view, frame }: Pick<LoadedList, "view" | "frame">) {
  const t = useTranslations("returns");
  const counts: Partial<Record<Tab, number>> = frame.counts;
  return (
    <TabsNav
      className="shrink-0 max-md:order-2!"
      label={t("tabsLabel")}
      tabs={TABS.map((tab) => {
        const count = counts[tab];
        return {
          key: tab,
          href: listHref(emptyFilter(tab), { per: view.per }),
          label: t(`tabs.${tab}`),
          isCurrent: tab === view.filter.tab,
          count:
            count === undefined
              ? undefined
              : t("count", { count: Math.min(count, 1000), isMore: String(count > 1000) }),
        };
      })}
    />
  );
}
