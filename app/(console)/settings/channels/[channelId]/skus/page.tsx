import { PackageSearch } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { findChannelSettings } from "@/lib/channels/channel-settings";
import { paths } from "@/lib/i18n/paths";
import { isId } from "@/lib/kernel/ids";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { SKU_RULE_LIST, SKU_RULES } from "@/lib/skus/sku-rules";
import { SettingsFrame } from "../../../_components/settings-frame";
import { ChannelHeader } from "../_components/channel-header";
import { ChannelTabs } from "../_components/channel-tabs";
import { AddSku } from "./_components/add-sku";
import { SkuSearch } from "./_components/sku-search";
import { SkuTable } from "./_components/sku-table";
import { UploadSkus } from "./_components/upload-skus";

export async function generateMetadata() {
  return { title: (await getTranslations("skus"))("title") };
}

/** The rules that a channel has for single SKUs: exempt from the prepaid programme, and answered in their own way. */
async function SkusPage(
  { session: { seller, permissions } }: SellerCtx,
  { params, searchParams }: PageProps<"/settings/channels/[channelId]/skus">,
) {
  const { channelId } = await params;
  if (!isId(channelId)) notFound();
  const view = SKU_RULES.read(await searchParams);
  const [channel, found] = await withSeller(db, seller.id, async (tx) => [
    await findChannelSettings(tx, seller.id, channelId),
    await SKU_RULE_LIST.page(tx, { sellerId: seller.id, channelId }, view),
  ]);
  if (!channel) notFound();
  const t = await getTranslations("skus");
  const { rows } = found;
  const search = view.filter.q ?? "";
  const isReadOnly = !permissions.includes("settings:write");
  const isAll = search === "" && view.after === null && view.before === null;
  return (
    <>
      <ChannelHeader channel={channel} />
      <SettingsFrame section="channels" isReadOnly={isReadOnly}>
        <ChannelTabs channelId={channel.id} current="skus" />
        <p className="mb-3 text-muted">{t(channel.hasPrepaid ? "intro" : "introNoPrepaid")}</p>
        <div className="mb-3 flex flex-wrap items-center gap-2">
          <SkuSearch key={search} channelId={channel.id} search={search} />
          {!isReadOnly && (
            <>
              <AddSku channelId={channel.id} />
              <UploadSkus channelId={channel.id} sellerId={seller.id} />
            </>
          )}
          <ExportLink hasPeople={false} href={paths.channelSkusCsv(channel.id)}>
            {t("download")}
          </ExportLink>
        </div>
        {rows.length === 0 ? (
          <Card>
            <EmptyState
              icon={PackageSearch}
              title={t(isAll ? "empty" : "noneFound")}
              action={!isAll && <LinkButton href={paths.channelSkus(channel.id)}>{t("showAll")}</LinkButton>}
            >
              {t(isAll ? "emptyBody" : "noneFoundBody")}
            </EmptyState>
          </Card>
        ) : (
          <>
            <SkuTable channelId={channel.id} rows={rows} isReadOnly={isReadOnly} />
            <Pagination summary={t("order")} {...SKU_RULES.links(paths.channelSkus(channel.id), view, found)} />
          </>
        )}
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: SkusPage });
