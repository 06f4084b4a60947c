import { Landmark } from "lucide-react";
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
import { CLAIMS, CLAIMS_COUNTED_AT_MOST, CLAIMS_LIST, claimsHref } from "@/lib/claims/claims-list";
import { paths } from "@/lib/i18n/paths";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { CLAIM_SHOWS, type ClaimShow } from "@/lib/policy/machines/claim/statuses";
import { ClaimsTable } from "./_components/claims-table";

export async function generateMetadata() {
  return { title: (await getTranslations("claims"))("title") };
}

type ClaimsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Money that marketplaces gave away and may give back: to be filed, filed, watched, decided. */
async function ClaimsPage(ctx: SellerCtx, { searchParams }: ClaimsPageProps) {
  const { seller, permissions } = ctx.session;
  const view = CLAIMS.read(await searchParams);
  const { show } = view.filter;
  const shows = Object.fromEntries(CLAIM_SHOWS.map((key) => [key, { show: key }])) as Record<
    ClaimShow,
    { show: ClaimShow }
  >;
  const [t, locale, { found, counts }] = await Promise.all([
    getTranslations("claims"),
    getLocale(),
    withSeller(db, seller.id, async (tx) => ({
      found: await CLAIMS_LIST.page(tx, ctx, view),
      counts: await CLAIMS_LIST.counts(tx, ctx, shows, CLAIMS_COUNTED_AT_MOST),
    })),
  ]);
  const { rows } = found;
  const counted = (count: number) => count.toLocaleString(locale) + (count >= CLAIMS_COUNTED_AT_MOST ? "+" : "");
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={t("summary")}
        actions={
          <>
            <LinkButton href={paths.refunds}>{t("toRefunds")}</LinkButton>
            <ExportLink href={paths.claimsCsv(show)} />
          </>
        }
      />
      <TabsNav
        label={t("tabs.label")}
        tabs={CLAIM_SHOWS.map((key) => ({
          key,
          href: claimsHref(key),
          label: t(`tabs.${key}`),
          isCurrent: key === show,
          count: counted(counts[key]),
        }))}
      />
      {rows.length === 0 ? (
        <Card>
          <EmptyState icon={Landmark} title={t(`empty.${show}`)} />
        </Card>
      ) : (
        <>
          <ClaimsTable rows={rows} now={ctx.now} show={show} mayMake={permissions.includes("refunds:make")} />
          <Pagination summary={t("caption")} {...CLAIMS.links(paths.claims, view, found)} />
        </>
      )}
    </>
  );
}

export default page({ needs: "returns:read", show: ClaimsPage });
