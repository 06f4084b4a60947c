import { useTranslations } from "next-intl";
import { TabsNav } from "@/components/ui/tabs-nav";
import { paths } from "@/lib/i18n/paths";

const TABS = [
  { key: "overview", href: paths.settingsChannel },
  { key: "terms", href: paths.channelTerms },
  { key: "automation", href: paths.channelAutomation },
  { key: "skus", href: paths.channelSkus },
  { key: "try", href: paths.channelTry },
] as const;

type ChannelTabsProps = { channelId: string; current: (typeof TABS)[number]["key"] };

/** The parts of one channel's settings beside each other. */
export function ChannelTabs({ channelId, current }: ChannelTabsProps) {
  const t = useTranslations("settings.channelTabs");
  return (
    <TabsNav
      label={t("label")}
      tabs={TABS.map(({ key, href }) => ({
        key,
        href: href(channelId),
        label: t(key),
        isCurrent: key === current,
      }))}
    />
  );
}
