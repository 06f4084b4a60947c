import { HandCoins } from "lucide-react";
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
import { isId } from "@/lib/kernel/ids";
import { keyPage } from "@/lib/platform/key-page";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { countPromised, listPromised, PROMISED_COUNT_AT_MOST } from "@/lib/returns/promised-refunds";
import { PromisedTable } from "./_components/promised-table";

const PER_PAGE = 25;
const SHOWS = ["open", "settled"] as const;
const hrefOf = (show: (typeof SHOWS)[number], at: { after?: string; before?: string } = {}) =>
  paths.refunds({ show: show === "open" ? undefined : show, ...at });

export async function generateMetadata() {
  return { title: (await getTranslations("refunds"))("title") };
}

type RefundsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What was promised to buyers and is still to be paid by the seller, oldest first; nothing here pays. */
async function RefundsPage({ session: { seller, permissions } }: SellerCtx, { searchParams }: RefundsPageProps) {
  const query = await searchParams;
  const show = query.show === "settled" ? "settled" : "open";
  const idIn = (value: unknown) => (typeof value === "string" && isId(value) ? value : null);
  const place = { after: idIn(query.after), before: idIn(query.before) };
  const [t, locale, { found, counts }] = await Promise.all([
    getTranslations("refunds"),
    getLocale(),
    withSeller(db, seller.id, async (tx) => ({
      found: await listPromised(tx, seller.id, show, { ...place, limit: PER_PAGE + 1 }),
      counts: {
        open: await countPromised(tx, seller.id, "open"),
        settled: await countPromised(tx, seller.id, "settled"),
      },
    })),
  ]);
  const { rows, previous, next } = keyPage(found, place, PER_PAGE);
  const counted = (count: number) => count.toLocaleString(locale) + (count >= PROMISED_COUNT_AT_MOST ? "+" : "");
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={t("summary")}
        actions={<ExportLink href={paths.refundsCsv(show === "open" ? undefined : show)} />}
      />
      <TabsNav
        label={t("tabs.label")}
        tabs={SHOWS.map((key) => ({
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
            icon={HandCoins}
            title={t(`empty.${show}`)}
            action={<LinkButton href={paths.returns()}>{t("empty.toReturns")}</LinkButton>}
          />
        </Card>
      ) : (
        <>
          <PromisedTable
            rows={rows}
            isOpen={show === "open"}
            maySettle={show === "open" && permissions.includes("returns:decide")}
          />
          <Pagination
            summary={t("caption")}
            previousHref={previous && hrefOf(show, { before: previous.id })}
            nextHref={next && hrefOf(show, { after: next.id })}
          />
        </>
      )}
    </>
  );
}

export default page({ needs: "returns:read", show: RefundsPage });
