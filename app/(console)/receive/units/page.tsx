import { PackageOpen } from "lucide-react";
import type { Metadata } from "next";
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
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { UNIT_LIST, UNIT_SHOWS, UNITS, UNITS_COUNT_AT_MOST } from "@/lib/receiving/units";
import { ReceiveFile } from "./_components/receive-file";
import { UnitTable } from "./_components/unit-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("receivedUnits"))("title") };
}

type UnitsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What came home and where it goes: the list to restock from, to repair from and to throw away by. */
async function UnitsPage(ctx: SellerCtx, { searchParams }: UnitsPageProps) {
  const { seller, permissions } = ctx.session;
  const view = UNITS.read(await searchParams);
  const { show } = view.filter;
  const asked = Object.fromEntries(UNIT_SHOWS.map((each) => [each, { show: each }])) as Record<
    (typeof UNIT_SHOWS)[number],
    { show: (typeof UNIT_SHOWS)[number] }
  >;
  const [t, locale, { found, counts }] = await Promise.all([
    getTranslations("receivedUnits"),
    getLocale(),
    withSeller(db, seller.id, async (tx) => ({
      found: await UNIT_LIST.page(tx, ctx, view),
      counts: await UNIT_LIST.counts(tx, ctx, asked, UNITS_COUNT_AT_MOST),
    })),
  ]);
  const dispositionName = await getTranslations("receiving.disposition");
  const counted = (count: number) => count.toLocaleString(locale) + (count >= UNITS_COUNT_AT_MOST ? "+" : "");
  return (
    <>
      <PageHeader
        title={t("title")}
        back={{ href: paths.receive, label: t("back") }}
        actions={
          <>
            <ReceiveFile sellerId={seller.id} />
            <ExportLink href={paths.receivedUnitsCsv(show)} />
          </>
        }
      />
      <TabsNav
        label={t("tabs")}
        tabs={UNIT_SHOWS.map((key) => ({
          key,
          href: `${paths.receivedUnits}${UNITS.query(UNITS.usual({ show: key }))}`,
          label: key === "all" ? t("all") : dispositionName(key),
          isCurrent: key === show,
          count: counted(counts[key]),
        }))}
      />
      {found.rows.length === 0 ? (
        <Card>
          <EmptyState
            icon={PackageOpen}
            title={t("empty")}
            action={<LinkButton href={paths.receive}>{t("back")}</LinkButton>}
          />
        </Card>
      ) : (
        <>
          <UnitTable
            rows={found.rows}
            mayOpenReturns={permissions.includes("returns:read")}
            hasDisposition={show === "all"}
          />
          <Pagination summary={t("caption")} {...UNITS.links(paths.receivedUnits, view, found)} />
        </>
      )}
    </>
  );
}

export default page({ needs: "parcels:receive", show: UnitsPage });
