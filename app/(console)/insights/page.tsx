import { ChartColumn } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { InWordsOf } from "@/components/returns/reason-name";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { TabsNav } from "@/components/ui/tabs-nav";
import { paths } from "@/lib/i18n/paths";
import { COUNTED_RETURNS, DIMENSIONS } from "@/lib/insights/insights";
import { insightsCsvHref, insightsHref } from "@/lib/insights/insights-href";
import { DAYS_AT_MOST } from "@/lib/insights/insights-view";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { oneMarketplace } from "@/lib/policy/judging/one-marketplace";
import { InsightTiles } from "./_components/insight-tiles";
import { Insights } from "./_components/insights";
import { PeriodBar } from "./_components/period-bar";
import { loadInsights } from "./load-insights";

export async function generateMetadata() {
  return { title: (await getTranslations("insights"))("title") };
}

/** What came back and what it cost, by SKU, reason or channel, each figure with its returns. */
async function InsightsPage(_: SellerCtx, { searchParams }: PageProps<"/insights">) {
  const [{ view, rows, whole, channels }, t] = await Promise.all([
    searchParams.then(loadInsights),
    getTranslations("insights"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={t("summary")}
        actions={rows.length > 0 && <ExportLink hasPeople={false} href={insightsCsvHref(view)} />}
      />
      <PeriodBar view={view} channels={channels} />
      {whole !== null && whole.returns >= COUNTED_RETURNS && (
        <Banner tone="info" className="mb-4">
          {t("capped", { limit: COUNTED_RETURNS })}
        </Banner>
      )}
      {view.isCut && (
        <Banner tone="info" className="mb-4">
          {t("cut", { days: DAYS_AT_MOST, from: view.from })}
        </Banner>
      )}
      {whole === null ? (
        <Card>
          <EmptyState
            title={t("empty")}
            icon={ChartColumn}
            action={<LinkButton href={paths.returns("all")}>{t("emptyAction")}</LinkButton>}
          >
            {t("emptyBody")}
          </EmptyState>
        </Card>
      ) : (
        <>
          <InsightTiles total={whole} view={view} />
          <TabsNav
            label={t("by.label")}
            tabs={DIMENSIONS.map((by) => ({
              key: by,
              href: insightsHref({ ...view, by }),
              label: t(`by.${by}`),
              isCurrent: by === view.by,
            }))}
          />
          <InWordsOf marketplace={oneMarketplace(channels, view.channel)}>
            <Insights rows={rows} total={whole} view={view} />
          </InWordsOf>
        </>
      )}
    </>
  );
}

export default page({ needs: "insights:read", show: InsightsPage });
