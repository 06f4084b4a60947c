import { Package } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { paths } from "@/lib/i18n/paths";
import {
  PARCEL_SHOWS,
  PARCELS,
  PARCELS_COUNTED_AT_MOST,
  type ParcelShow,
  parcelCounts,
  parcelPage,
} from "@/lib/parcels/parcels-list";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { ParcelsTable } from "./_components/parcels-table";
import { UploadScans } from "./_components/upload-scans";

const hrefOf = (show: ParcelShow) => `${paths.parcels()}${PARCELS.query({ filter: { show } })}`;

export async function generateMetadata() {
  return { title: (await getTranslations("parcels"))("title") };
}

/** Goods on their way back, by where they are, and the returns whose parcel nobody has named yet. */
async function ParcelsPage({ session: { seller, permissions } }: SellerCtx, { searchParams }: PageProps<"/parcels">) {
  const now = new Date();
  const view = PARCELS.read(await searchParams);
  const { show } = view.filter;
  const ctx = { sellerId: seller.id, now };
  const [t, locale, { found, counts }] = await Promise.all([
    getTranslations("parcels"),
    getLocale(),
    withSeller(db, seller.id, async (tx) => {
      const [one, all] = await Promise.all([parcelPage(tx, ctx, view), parcelCounts(tx, ctx)]);
      return { found: one, counts: all };
    }),
  ]);
  const { rows } = found;
  const counted = (count: number) => count.toLocaleString(locale) + (count >= PARCELS_COUNTED_AT_MOST ? "+" : "");
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={t(`summary.${show}`)}
        actions={
          <>
            {permissions.includes("parcels:receive") && <UploadScans sellerId={seller.id} />}
            <ExportLink href={paths.parcelsCsv(show)} />
          </>
        }
      />
      <TabsNav
        label={t("tabs.label")}
        tabs={PARCEL_SHOWS.map((key) => ({
          key,
          href: hrefOf(key),
          label: t(`tabs.${key}`),
          isCurrent: key === show,
          count: counted(counts[key]),
        }))}
      />
      {rows.length === 0 ? (
        <Card>
          <EmptyState
            icon={Package}
            title={t(`empty.${show}`)}
            action={<LinkButton href={paths.returns()}>{t("empty.toReturns")}</LinkButton>}
          />
        </Card>
      ) : (
        <>
          <ParcelsTable rows={rows} mayLose={permissions.includes("parcels:receive")} now={now} />
          <Pagination summary={t("shown", { count: rows.length })} {...PARCELS.links(paths.parcels(), view, found)} />
        </>
      )}
    </>
  );
}

export default page({ needs: "returns:read", show: ParcelsPage });
