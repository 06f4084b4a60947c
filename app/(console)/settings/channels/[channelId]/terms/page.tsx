import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { isId } from "@/lib/kernel/ids";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { inForce } from "@/lib/policy/terms/versions";
import { SettingsFrame } from "../../../_components/settings-frame";
import { ChannelHeader } from "../_components/channel-header";
import { ChannelTabs } from "../_components/channel-tabs";
import { TermsForm } from "./_components/terms-form";
import { TermsStatus } from "./_components/terms-status";
import { loadTerms } from "./load-terms";

type Props = PageProps<"/settings/channels/[channelId]/terms">;

export async function generateMetadata() {
  return { title: (await getTranslations("terms"))("title") };
}

/** What buyers of one channel are promised: what is in force, what is planned, and the draft of what comes next. */
async function TermsPage({ session: { seller, permissions } }: SellerCtx, { params }: Props) {
  const { channelId } = await params;
  const loaded = isId(channelId) ? await loadTerms(seller.id, channelId, new Date()) : null;
  if (!loaded) notFound();
  const { channel, written, versions, floor, ownReasons, today } = loaded;
  const { draft, currency, marketplace, programme } = channel;
  const isReadOnly = !permissions.includes("settings:write");
  return (
    <>
      <ChannelHeader channel={written} />
      <SettingsFrame section="channels" isReadOnly={isReadOnly} marketplace={marketplace}>
        <ChannelTabs channelId={channel.id} current="terms" />
        <TermsStatus
          channelId={channel.id}
          inForce={inForce(versions, today)}
          planned={versions.filter(({ effectiveFrom }) => effectiveFrom > today)}
          draft={draft}
        />
        <TermsForm
          channel={{ id: channel.id, currency, marketplace, isFreeReturn: programme === "free_return", today }}
          versions={versions.map(({ id, version, effectiveFrom, terms }) => ({ id, version, effectiveFrom, terms }))}
          draft={draft && { revision: draft.revision, terms: draft.terms }}
          floor={floor?.floor ?? null}
          ownReasons={ownReasons}
          isReadOnly={isReadOnly}
        />
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: TermsPage });
