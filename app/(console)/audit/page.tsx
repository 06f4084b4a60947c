import { History } from "lucide-react";
import { getTimeZone, getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import { paths } from "@/lib/i18n/paths";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { AuditFilters } from "./_components/audit-filters";
import { AuditList } from "./_components/audit-list";
import { ShopList } from "./_components/shop-list";
import { loadAudit } from "./load-audit";

export async function generateMetadata() {
  return { title: (await getTranslations("audit"))("title") };
}

/** Everything that happened to any return, or that was done to the shop itself, newest first, by whom. */
async function AuditPage({ session: { seller } }: SellerCtx, { searchParams }: PageProps<"/audit">) {
  const now = new Date();
  const [t, timeZone, raw] = await Promise.all([getTranslations("audit"), getTimeZone(), searchParams]);
  const audit = await loadAudit({ sellerId: seller.id, timeZone }, raw);
  const isShop = audit.of === "shop";
  const ofImport = isShop ? null : audit.ofImport;
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={t("summary")}
        actions={<ExportLink href={audit.csvHref}>{t("csv")}</ExportLink>}
      />
      <TabsNav
        label={t("tabs")}
        tabs={(["returns", "shop"] as const).map((of) => ({
          key: of,
          href: of === "shop" ? paths.shopAudit : paths.audit,
          label: t(`of.${of}`),
          isCurrent: of === audit.of,
        }))}
      />
      <AuditFilters audit={audit} />
      {ofImport && (
        <p className="mb-4 wrap-anywhere">
          {t.rich("import.shown", {
            file: ofImport.file ?? "",
            more: ofImport.files - 1,
            link: (words) => (
              <Link href={paths.importDetail(ofImport.id)} className="prose-link">
                {words}
              </Link>
            ),
          })}
        </p>
      )}
      {audit.rows.length === 0 ? (
        <Card>
          {audit.isNarrowed ? (
            <EmptyState
              title={t("empty")}
              icon={History}
              action={<LinkButton href={isShop ? paths.shopAudit : paths.audit}>{t("clear")}</LinkButton>}
            >
              {t("emptyBody")}
            </EmptyState>
          ) : (
            <EmptyState title={t("nothingYet")} icon={History}>
              {isShop ? t("shop.emptyBody") : t("returnsBody")}
            </EmptyState>
          )}
        </Card>
      ) : (
        <>
          {audit.of === "shop" ? <ShopList rows={audit.rows} now={now} /> : <AuditList rows={audit.rows} now={now} />}
          <Pagination summary={t("order")} {...audit.links} />
        </>
      )}
    </>
  );
}

export default page({ needs: "audit:read", show: AuditPage });
