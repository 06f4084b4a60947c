import { ListChecks } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { BULK_ACT_LIST, BULK_ACTS } from "@/lib/bulk/bulk-act-list";
import { paths } from "@/lib/i18n/paths";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { BulkActTable } from "./_components/bulk-act-table";
import { SteadyRefresh } from "./_components/steady-refresh";

export async function generateMetadata() {
  return { title: (await getTranslations("bulkActs"))("index") };
}

/** Every act on many returns, newest first. */
async function BulkActsPage({ session: { seller } }: SellerCtx, { searchParams }: PageProps<"/jobs">) {
  const view = BULK_ACTS.read(await searchParams);
  const t = await getTranslations("bulkActs");
  const found = await withSeller(db, seller.id, (tx) => BULK_ACT_LIST.page(tx, { sellerId: seller.id }, view));
  const { rows } = found;
  const isFirst = view.after === null && view.before === null;
  return (
    <div className={rows.length === 0 ? "max-w-3xl" : "max-w-5xl"}>
      <PageHeader
        title={t("index")}
        summary={t("summary")}
        actions={rows.length > 0 && <ExportLink href={paths.bulkActsCsv} />}
      />
      {rows.length === 0 ? (
        <Card>
          <EmptyState
            title={isFirst ? t("empty") : t("emptyPage")}
            icon={ListChecks}
            action={
              <LinkButton href={isFirst ? paths.returns() : paths.bulkActs}>
                {isFirst ? t("emptyAction") : t("newest")}
              </LinkButton>
            }
          >
            {isFirst && t("emptyBody")}
          </EmptyState>
        </Card>
      ) : (
        <>
          <BulkActTable bulkActs={rows} />
          <Pagination summary={t("caption")} {...BULK_ACTS.links(paths.bulkActs, view, found)} />
        </>
      )}
      <SteadyRefresh isOn={rows.some(({ state }) => state !== "done")} />
    </div>
  );
}

export default page({ needs: "returns:read", show: BulkActsPage });
