import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { KeyValues } from "@/components/ui/key-values";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { db } from "@/db";
import { findChannelSettings } from "@/db/queries/channel-settings";
import { withSeller } from "@/db/tenant";
import { settingsOf } from "@/lib/channels/save-channel-settings";
import { isId } from "@/lib/ids";
import { paths } from "@/lib/paths";
import { requireSeller } from "@/lib/session";
import { ModeBadge } from "../../_components/mode-badge";
import { SettingsFrame } from "../../_components/settings-frame";
import { ChannelForm } from "./_components/channel-form";
import { ChannelTabs } from "./_components/channel-tabs";

type Props = PageProps<"/settings/channels/[channelId]">;

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("channels.title") };
}

/** How one store works: what it is, the undo window, mail to the team, answers of buyers, instructions. */
export default async function ChannelPage({ params }: Props) {
  const { seller, permissions } = await requireSeller("settings:read");
  const { channelId } = await params;
  const channel = isId(channelId)
    ? await withSeller(db, seller.id, (tx) => findChannelSettings(tx, seller.id, channelId))
    : null;
  if (!channel) notFound();
  const t = await getTranslations("settings");
  const { mode, marketplace, written } = channel;
  const isReadOnly = !permissions.includes("settings:write");
  return (
    <>
      <PageHeader
        back={{ href: paths.settings, label: t("title") }}
        title={channel.name}
        badges={<ModeBadge mode={mode} />}
        summary={
          written.createdByName === null
            ? t("channel.first", { version: written.version })
            : t.rich("channel.written", {
                version: written.version,
                name: written.createdByName,
                when: () => <Time at={written.createdAt} style="ago" />,
              })
        }
      />
      <SettingsFrame section="channels" isReadOnly={isReadOnly}>
        <ChannelTabs channelId={channel.id} current="overview" />
        <Card title={t("channel.how")} className="mb-4">
          <p className="mb-3">{t(`mode.${mode}Body`, { marketplace })}</p>
          {mode === "mirrored" && (
            <LinkButton href={paths.handover(channel.code)} size="sm" className="mb-3">
              {t("mode.handover")}
            </LinkButton>
          )}
          <KeyValues
            items={[
              { key: "code", label: t("channel.code"), value: <span className="identifier">{channel.code}</span> },
              { key: "country", label: t("channel.country"), value: channel.country },
              { key: "zone", label: t("channel.timeZone"), value: channel.timeZone },
            ]}
          />
        </Card>
        <ChannelForm
          channelId={channel.id}
          isManaged={mode === "managed"}
          isReadOnly={isReadOnly}
          saved={settingsOf(channel)}
        />
      </SettingsFrame>
    </>
  );
}
