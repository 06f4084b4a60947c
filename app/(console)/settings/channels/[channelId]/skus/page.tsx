import { PackageSearch } from "lucide-react";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { ExportLink } from "@/components/export-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { findChannelSettings } from "@/lib/channels/channel-settings";
import { isId } from "@/lib/kernel/ids";
import { keyPage } from "@/lib/platform/key-page";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { listSkuRulesPage } from "@/lib/skus/sku-rules";
import { SettingsFrame } from "../../../_components/settings-frame";
import { ChannelHeader } from "../_components/channel-header";
import { ChannelTabs } from "../_components/channel-tabs";
import { AddSku } from "./_components/add-sku";
import { SkuSearch } from "./_components/sku-search";
import { SkuTable } from "./_components/sku-table";
import { UploadSkus } from "./_components/upload-skus";
import { skusCsv, skusHref } from "./sku-paths";

const PER_PAGE = 50;

const key = z.string().min(1).max(200).nullable().catch(null).default(null);
/** What the address of the page says; what means nothing there is left out. */
const viewSchema = z.object({ q: z.string().trim().max(200).catch("").default(""), after: key, before: key });

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
  const view = viewSchema.parse(await searchParams);
  const place = { search: view.q.toLowerCase(), after: view.after, before: view.before, limit: PER_PAGE + 1 };
  const [channel, found] = await withSeller(db, seller.id, async (tx) => [
    await findChannelSettings(tx, seller.id, channelId),
    await listSkuRulesPage(tx, seller.id, channelId, place),
  ]);
  if (!channel) notFound();
  const t = await getTranslations("skus");
  const { rows, previous, next } = keyPage(found, place, PER_PAGE);
  const isReadOnly = !permissions.includes("settings:write");
  const isAll = view.q === "" && view.after === null && view.before === null;
  return (
    <>
      <ChannelHeader channel={channel} />
      <SettingsFrame section="channels" isReadOnly={isReadOnly}>
        <ChannelTabs channelId={channel.id} current="skus" />
        <p className="mb-3 text-muted">{t(channel.hasPrepaid ? "intro" : "introNoPrepaid")}</p>
        <div className="mb-3 flex flex-wrap items-center gap-2">
          <SkuSearch key={view.q} channelId={channel.id} search={view.q} />
          {!isReadOnly && (
            <>
              <AddSku channelId={channel.id} />
              <UploadSkus channelId={channel.id} sellerId={seller.id} />
            </>
          )}
          <ExportLink hasPeople={false} href={skusCsv(channel.id)}>
            {t("download")}
          </ExportLink>
        </div>
        {rows.length === 0 ? (
          <Card>
            <EmptyState
              icon={PackageSearch}
              title={t(isAll ? "empty" : "noneFound")}
              action={!isAll && <LinkButton href={skusHref(channel.id, {})}>{t("showAll")}</LinkButton>}
            >
              {t(isAll ? "emptyBody" : "noneFoundBody")}
            </EmptyState>
          </Card>
        ) : (
          <>
            <SkuTable channelId={channel.id} rows={rows} isReadOnly={isReadOnly} />
            <Pagination
              summary={t("order")}
              previousHref={previous && skusHref(channel.id, { q: view.q, before: previous.key })}
              nextHref={next && skusHref(channel.id, { q: view.q, after: next.key })}
            />
          </>
        )}
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: SkusPage });
