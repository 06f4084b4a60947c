import { Store } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { paths } from "@/lib/i18n/paths";
import { IMPORT_LIST, IMPORTS, listImportChannels } from "@/lib/imports/imports";
import { MAX_IMPORT_BYTES, MAX_IMPORT_FILES } from "@/lib/imports/stored-files";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { REACH } from "@/lib/policy/reach";
import { ChannelFreshness } from "./_components/channel-freshness";
import { NewImport } from "./_components/new-import";
import { RecentImports } from "./_components/recent-imports";

export async function generateMetadata() {
  return { title: (await getTranslations("import"))("title") };
}

async function ImportPage({ session: { seller, permissions } }: SellerCtx) {
  const t = await getTranslations("import");
  const { channels, imports } = await withSeller(db, seller.id, async (tx) => ({
    channels: await listImportChannels(tx, seller.id),
    imports: (await IMPORT_LIST.page(tx, { sellerId: seller.id }, IMPORTS.usual())).rows,
  }));
  const limits = { maxBytes: MAX_IMPORT_BYTES, maxFiles: MAX_IMPORT_FILES };
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={t("summary")}
        actions={imports.length > 0 && <ExportLink href={paths.importsCsv} />}
      />
      {channels.length === 0 ? (
        <EmptyState title={t("noChannels")} icon={Store}>
          {t("noChannelsBody")}
        </EmptyState>
      ) : (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex min-w-0 flex-col gap-4">
            {permissions.includes("imports:run") ? (
              <Card title={t("new")}>
                <NewImport sellerId={seller.id} channels={channels} limits={limits} />
              </Card>
            ) : (
              <Banner tone="info">{t("readOnly")}</Banner>
            )}
            <Card title={t("recent")} isFlush>
              <RecentImports imports={imports} />
            </Card>
          </div>
          <Card title={t("freshness")} isFlush>
            <ChannelFreshness channels={channels.filter(({ mode }) => REACH[mode].confirmsBy === "report")} />
          </Card>
        </div>
      )}
    </>
  );
}

export default page({ needs: "imports:read", show: ImportPage });
