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
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { paths } from "@/lib/i18n/paths";
import { listMembers } from "@/lib/platform/audit/audit";
import { findAuditImport, listAuditLines } from "@/lib/platform/audit/audit-lines";
import { auditCsvHref, auditHref, filterOf, readView } from "@/lib/platform/audit/audit-view";
import { listSellerEvents } from "@/lib/platform/audit/seller-events";
import { keyPage } from "@/lib/platform/key-page";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { AuditFilters } from "./_components/audit-filters";
import { AuditList } from "./_components/audit-list";
import { ShopList } from "./_components/shop-list";

const PER_PAGE = 50;

export async function generateMetadata() {
  return { title: (await getTranslations("audit"))("title") };
}

/** Everything that happened to any return, or that was done to the shop itself, newest first, by whom. */
async function AuditPage({ session: { seller } }: SellerCtx, { searchParams }: PageProps<"/audit">) {
  const view = readView(await searchParams);
  const now = new Date();
  const [t, timeZone] = await Promise.all([getTranslations("audit"), getTimeZone()]);
  const asked = [seller.id, filterOf(view, timeZone), { ...view, limit: PER_PAGE + 1 }] as const;
  const isShop = view.of === "shop";
  const isFiltered = Boolean(view.q || view.import || view.kind || view.actor || view.from || view.to);
  const { returns, shop, members, ofImport } = await withSeller(db, seller.id, async (tx) => ({
    returns: isShop ? [] : await listAuditLines(tx, ...asked),
    shop: isShop ? await listSellerEvents(tx, ...asked) : [],
    members: await listMembers(tx, seller.id),
    ofImport: view.import === null ? null : await findAuditImport(tx, seller.id, view.import),
  }));
  const ofReturns = keyPage(returns, view, PER_PAGE);
  const ofShop = keyPage(shop, view, PER_PAGE);
  const { rows, previous, next } = isShop ? ofShop : ofReturns;
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={t("summary")}
        actions={<ExportLink href={auditCsvHref(view)}>{t("csv")}</ExportLink>}
      />
      <TabsNav
        label={t("tabs")}
        tabs={(["returns", "shop"] as const).map((of) => ({
          key: of,
          href: of === "shop" ? paths.shopAudit : paths.audit,
          label: t(`of.${of}`),
          isCurrent: of === view.of,
        }))}
      />
      <AuditFilters view={view} members={members} />
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
      {rows.length === 0 ? (
        <Card>
          {isFiltered ? (
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
          {isShop ? <ShopList rows={ofShop.rows} now={now} /> : <AuditList rows={ofReturns.rows} now={now} />}
          <Pagination
            summary={t("order")}
            previousHref={previous && auditHref(view, { before: previous.id })}
            nextHref={next && auditHref(view, { after: next.id })}
          />
        </>
      )}
    </>
  );
}

export default page({ needs: "audit:read", show: AuditPage });
