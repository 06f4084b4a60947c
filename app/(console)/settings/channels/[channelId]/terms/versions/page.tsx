import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { paths } from "@/lib/i18n/paths";
import { isId } from "@/lib/kernel/ids";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { SettingsFrame } from "../../../../_components/settings-frame";
import { ChannelHeader } from "../../_components/channel-header";
import { ChannelTabs } from "../../_components/channel-tabs";
import { TermsChanges } from "../_components/terms-changes";
import { CompareForm } from "./_components/compare-form";
import { OperationHistory } from "./_components/operation-history";
import { VersionList } from "./_components/version-list";
import { loadVersions } from "./load-versions";

type Props = PageProps<"/settings/channels/[channelId]/terms/versions">;

export async function generateMetadata() {
  return { title: (await getTranslations("terms.versions"))("title") };
}

/** Every version of a channel's terms, what two of them differ in, and the way back to one. */
async function VersionsPage({ session: { seller, permissions } }: SellerCtx, { params, searchParams }: Props) {
  const { channelId } = await params;
  const loaded = isId(channelId) ? await loadVersions(seller.id, channelId, await searchParams, new Date()) : null;
  if (!loaded) notFound();
  const t = await getTranslations("terms.versions");
  const { channel, written, current, today, versions, links, compared, operations } = loaded;
  const isReadOnly = !permissions.includes("settings:write");
  return (
    <>
      <ChannelHeader channel={written} />
      <SettingsFrame section="channels" isReadOnly={isReadOnly} marketplace={written.marketplace}>
        <ChannelTabs channelId={channel.id} current="terms" />
        <Card title={t("compare")} className="mb-4">
          <CompareForm
            action={paths.channelVersions(channel.id)}
            from={compared?.from ?? Math.max(1, current - 1)}
            to={compared?.to ?? current}
          />
          {compared && (
            <section className="mt-4">
              <h3 className="mb-1 heading">{t("between", { from: compared.from, to: compared.to })}</h3>
              {compared.changes ? (
                <TermsChanges changes={compared.changes} currency={channel.currency} />
              ) : (
                <p className="text-muted">{t("missing")}</p>
              )}
            </section>
          )}
        </Card>
        <Card
          title={t("list")}
          aside={<ExportLink hasPeople={false} href={paths.channelVersionsCsv(channel.id)} />}
          isFlush
        >
          <VersionList
            channelId={channel.id}
            versions={versions}
            current={current}
            today={today}
            draft={channel.draft && { revision: channel.draft.revision, name: channel.draft.updatedByName ?? "–" }}
            isReadOnly={isReadOnly}
          />
        </Card>
        <Pagination summary={t("summary")} {...links} />
        <OperationHistory operations={operations} />
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: VersionsPage });
