import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import { paths } from "@/lib/i18n/paths";
import { isId } from "@/lib/kernel/ids";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { SettingsFrame } from "../../../../_components/settings-frame";
import { ChannelHeader } from "../../_components/channel-header";
import { ChannelTabs } from "../../_components/channel-tabs";
import { OperationHistory } from "./_components/operation-history";
import { TermsVersions } from "./_components/terms-versions";
import { loadVersions } from "./load-versions";

type Props = PageProps<"/settings/channels/[channelId]/terms/versions">;

export async function generateMetadata() {
  return { title: (await getTranslations("terms.versions"))("title") };
}

/** Every version of a channel's terms, what two of them differ in, and the way back to one; and how the channel worked. */
async function VersionsPage({ session: { seller, permissions } }: SellerCtx, { params, searchParams }: Props) {
  const { channelId } = await params;
  const loaded = isId(channelId) ? await loadVersions(seller.id, channelId, await searchParams, new Date()) : null;
  if (!loaded) notFound();
  const t = await getTranslations("terms.versions");
  const { channel, written, of, links } = loaded;
  const isReadOnly = !permissions.includes("settings:write");
  return (
    <>
      <ChannelHeader channel={written} />
      <SettingsFrame section="channels" isReadOnly={isReadOnly} marketplace={written.marketplace}>
        <ChannelTabs channelId={channel.id} current="terms" />
        <TabsNav
          label={t("tabs")}
          tabs={[
            { key: "terms", href: paths.channelVersions(channelId), label: t("list"), isCurrent: of === "terms" },
            { key: "work", href: paths.channelWork(channelId), label: t("operations"), isCurrent: of === "work" },
          ]}
        />
        {of === "work" ? (
          <OperationHistory operations={loaded.rows} csvHref={paths.channelVersionsCsv(channelId)} />
        ) : (
          <TermsVersions loaded={loaded} isReadOnly={isReadOnly} />
        )}
        <Pagination summary={t("summary")} {...links} />
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: VersionsPage });
