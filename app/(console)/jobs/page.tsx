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
import { listJobs } from "@/lib/bulk/job-list";
import { paths } from "@/lib/i18n/paths";
import { isId } from "@/lib/kernel/ids";
import { keyPage } from "@/lib/platform/key-page";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { JobTable } from "./_components/job-table";
import { SteadyRefresh } from "./_components/steady-refresh";

const PER_PAGE = 25;

export async function generateMetadata() {
  return { title: (await getTranslations("jobs"))("index") };
}

/** Every act on many returns, newest first. */
async function JobsPage({ session: { seller } }: SellerCtx, { searchParams }: PageProps<"/jobs">) {
  const { after, before } = await searchParams;
  const place = {
    after: typeof after === "string" && isId(after) ? after : null,
    before: typeof before === "string" && isId(before) ? before : null,
  };
  const t = await getTranslations("jobs");
  const found = await withSeller(db, seller.id, (tx) => listJobs(tx, seller.id, { ...place, limit: PER_PAGE + 1 }));
  const { rows, previous, next } = keyPage(found, place, PER_PAGE);
  const isFirst = place.after === null && place.before === null;
  return (
    <>
      <PageHeader
        title={t("index")}
        summary={t("summary")}
        actions={rows.length > 0 && <ExportLink href={paths.jobsCsv} />}
      />
      {rows.length === 0 ? (
        <Card>
          <EmptyState
            title={isFirst ? t("empty") : t("emptyPage")}
            icon={ListChecks}
            action={
              <LinkButton href={isFirst ? paths.returns() : paths.jobs}>
                {isFirst ? t("emptyAction") : t("newest")}
              </LinkButton>
            }
          >
            {isFirst && t("emptyBody")}
          </EmptyState>
        </Card>
      ) : (
        <>
          <JobTable jobs={rows} />
          <Pagination
            summary={t("caption")}
            previousHref={previous && `${paths.jobs}?before=${previous.id}`}
            nextHref={next && `${paths.jobs}?after=${next.id}`}
          />
        </>
      )}
      <SteadyRefresh isOn={rows.some(({ state }) => state !== "done")} />
    </>
  );
}

export default page({ needs: "returns:read", show: JobsPage });
