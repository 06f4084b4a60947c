import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import type { FoundChannel } from "@/lib/channels/channel-settings";
import { paths } from "@/lib/i18n/paths";
import { ModeBadge } from "../../../_components/mode-badge";

/** The head of every page about one channel: which it is, and who last changed how it works. */
export function ChannelHeader({ channel }: { channel: FoundChannel }) {
  const t = useTranslations("settings");
  const { version, createdAt, createdByName } = channel.written;
  return (
    <PageHeader
      back={{ href: paths.settings, label: t("title") }}
      title={channel.name}
      badges={<ModeBadge mode={channel.mode} />}
      summary={
        createdByName === null
          ? t("channel.first", { version })
          : t.rich("channel.written", {
              version,
              name: createdByName,
              when: () => <Time at={createdAt} style="ago" />,
            })
      }
    />
  );
}
