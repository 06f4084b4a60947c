import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { KeyValues } from "@/components/ui/key-values";
import { LinkButton } from "@/components/ui/link-button";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { listAddresses } from "@/lib/channels/addresses";
import { countRunning } from "@/lib/channels/channel-clocks";
import { listChannelKeys } from "@/lib/channels/channel-keys";
import { findChannelSettings, hasOrders } from "@/lib/channels/channel-settings";
import { findPortal } from "@/lib/channels/portals";
import { settingsOf } from "@/lib/channels/save-channel-settings";
import { paths } from "@/lib/i18n/paths";
import { isId } from "@/lib/kernel/ids";
import { slugOf } from "@/lib/kernel/slug";
import { env } from "@/lib/platform/env";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { reasonChoices } from "@/lib/policy/judging/fault";
import { REACH } from "@/lib/policy/reach";
import { listReasons } from "@/lib/reasons/reasons";
import { placeChoices } from "../../_components/place-choices";
import { SettingsFrame } from "../../_components/settings-frame";
import { ChannelForm } from "./_components/channel-form";
import { ChannelHeader } from "./_components/channel-header";
import { ChannelTabs } from "./_components/channel-tabs";
import { PortalCard } from "./_components/portal-card";
import { ChannelKeys } from "./_keys/channel-keys";

type Props = PageProps<"/settings/channels/[channelId]">;

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("channels.title") };
}

/** What one store is and how it works: place and plan, deadlines, numbers, labels, addresses, mail. */
async function ChannelPage({ session: { seller, permissions }, now }: SellerCtx, { params }: Props) {
  const { channelId } = await params;
  const found = isId(channelId)
    ? await withSeller(db, seller.id, async (tx) => ({
        channel: await findChannelSettings(tx, seller.id, channelId),
        isUsed: await hasOrders(tx, seller.id, channelId),
        addresses: await listAddresses(tx, seller.id),
        reasons: await listReasons(tx, seller.id, "return"),
        keys: await listChannelKeys(tx, seller.id, channelId, now),
        running: await countRunning(tx, seller.id, channelId),
        portal: await findPortal(tx, seller.id, channelId),
      }))
    : null;
  if (!found?.channel) notFound();
  const [t, locale] = await Promise.all([getTranslations("settings"), getLocale()]);
  const { channel, isUsed, addresses, reasons, keys, running, portal } = found;
  const { mode, marketplace } = channel;
  const { carriesOut, mustBeTold } = REACH[mode];
  const isReadOnly = !permissions.includes("settings:write");
  return (
    <>
      <ChannelHeader channel={channel} />
      <SettingsFrame section="channels" isReadOnly={isReadOnly} marketplace={channel.marketplace}>
        <ChannelTabs channelId={channel.id} current="overview" />
        <Card title={t("channel.how")} className="mb-4">
          <p className="mb-3">{t(`mode.${mode}Body`, { marketplace })}</p>
          {mustBeTold && (
            <LinkButton href={paths.handover(channel.code)} size="sm" className="mb-3">
              {t("mode.handover")}
            </LinkButton>
          )}
          <KeyValues
            items={[
              { key: "code", label: t("channel.code"), value: <span className="identifier">{channel.code}</span> },
              { key: "marketplace", label: t("channel.marketplace"), value: t(`marketplaces.${marketplace}`) },
            ]}
          />
        </Card>
        <ChannelForm
          sellerId={seller.id}
          channel={{ id: channel.id, marketplace, mode, hasOrders: isUsed, running }}
          choices={{ ...placeChoices(locale), addresses, reasons: reasonChoices(reasons) }}
          isReadOnly={isReadOnly}
          saved={settingsOf(channel)}
        />
        <PortalCard
          channelId={channel.id}
          portal={portal ?? { slug: slugOf(channel.code, ""), isOn: carriesOut }}
          origin={new URL(env.NEXTAUTH_URL).origin}
          marketplace={carriesOut ? null : t(`marketplaces.${marketplace}`)}
          isReadOnly={isReadOnly}
        />
        <ChannelKeys
          channelId={channel.id}
          keys={keys}
          address={new URL(paths.channelOfKey, env.NEXTAUTH_URL).href}
          mayChange={!isReadOnly}
        />
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: ChannelPage });
