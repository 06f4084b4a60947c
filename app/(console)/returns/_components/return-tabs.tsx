import { useTranslations } from "next-intl";
import { TabsNav } from "@/components/ui/tabs-nav";
import type { ListFrame } from "@/db/queries/returns-frame";
import { emptyFilter, TABS, type Tab } from "@/lib/returns/filter";
import { listHref } from "../search-params";

/** The tabs with what waits in them. */
export function ReturnTabs({ current, frame }: { current: Tab; frame: ListFrame }) {
  const t = useTranslations("returns");
  const counts: Partial<Record<Tab, number>> = frame.counts;
  const overdue: Partial<Record<Tab, number>> = frame.overdue;
  const number = (count: number) => t("count", { count: Math.min(count, 1000), isMore: String(count > 1000) });
  return (
    <TabsNav
      label={t("tabsLabel")}
      tabs={TABS.map((tab) => ({
        key: tab,
        href: listHref(emptyFilter(tab)),
        label: t(`tabs.${tab}`),
        isCurrent: tab === current,
        count: counts[tab] === undefined ? undefined : number(counts[tab]),
        overdue: overdue[tab] ? t("overdue", { count: number(overdue[tab]) }) : undefined,
      }))}
    />
  );
}
