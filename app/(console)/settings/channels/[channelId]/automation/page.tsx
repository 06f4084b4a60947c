import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { findChannelSettings } from "@/lib/channels/channel-settings";
import { isId } from "@/lib/kernel/ids";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { PauseCard } from "../../../../_pause/pause-card";
import { readPause } from "../../../../_pause/read-pause";
import { SettingsFrame } from "../../../_components/settings-frame";
import { ChannelHeader } from "../_components/channel-header";
import { ChannelTabs } from "../_components/channel-tabs";
import { AutomationForm } from "./_components/automation-form";

type Props = PageProps<"/settings/channels/[channelId]/automation">;

export async function generateMetadata() {
  return { title: (await getTranslations("automation"))("title") };
}

/** What one channel authorizes by itself (S4-01), and what that would have done last month. */
async function AutomationPage({ session: { seller, permissions } }: SellerCtx, { params }: Props) {
  const { channelId } = await params;
  if (!isId(channelId)) notFound();
  const [channel, pause] = await withSeller(db, seller.id, async (tx) => [
    await findChannelSettings(tx, seller.id, channelId),
    await readPause(tx, seller.id),
  ]);
  if (!channel) notFound();
  const { mode, plan, hasPrepaid, marketplace, written } = channel;
  const isReadOnly = !permissions.includes("settings:write");
  return (
    <>
      <ChannelHeader channel={channel} />
      <SettingsFrame section="channels" isReadOnly={isReadOnly}>
        <ChannelTabs channelId={channel.id} current="automation" />
        <PauseCard pause={pause} isReadOnly={isReadOnly} className="mb-4" />
        <AutomationForm
          channel={{ id: channel.id, mode, plan, hasPrepaid, marketplace }}
          isReadOnly={isReadOnly}
          saved={{ version: written.version, automation: written.operation.automation }}
        />
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: AutomationPage });
