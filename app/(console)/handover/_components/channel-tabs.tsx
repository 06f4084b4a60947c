import { useLocale, useTranslations } from "next-intl";
import { TabsNav } from "@/components/ui/tabs-nav";
import type { HandoverChannel } from "@/lib/handovers/handover-channels";
import { type HandoverView, handoverHref } from "../search-params";

type ChannelTabsProps = { channels: readonly HandoverChannel[]; current: string; view: HandoverView };

/** One list a channel, because somebody works through one marketplace at a time: "12 · 3 old". */
export function ChannelTabs({ channels, current, view: { sort, per } }: ChannelTabsProps) {
  const t = useTranslations("handover");
  const locale = useLocale();
  return (
    <TabsNav
      label={t("channels")}
      tabs={channels.map(({ code, name, open, old }) => ({
        key: code,
        href: handoverHref({ code, sort, per }),
        label: name,
        isCurrent: code === current,
        count: open.toLocaleString(locale),
        late: old > 0 ? t("old", { count: old }) : undefined,
      }))}
    />
  );
}
