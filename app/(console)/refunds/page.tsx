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
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { listOrdersToRefund } from "@/lib/refunds/orders-to-refund";
import {
  PROMISED,
  PROMISED_COUNT_AT_MOST,
  PROMISED_LIST,
  REFUND_SHOWS,
  type RefundShow,
  refundsHref,
} from "@/lib/refunds/promised-refunds";
import { PromisedTable } from "./_components/promised-table";
import { FindOrderToRefund, OrdersToRefund } from "./_components/refund-order";

export async function generateMetadata() {
  return { title: (await getTranslations("refunds"))("title") };
}

type RefundsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Money that goes back: promised, asked for, to be made, gone wrong and made; nothing here pays. */
async function RefundsPage(ctx: SellerCtx, { searchParams }: RefundsPageProps) {
  const { seller, permissions } = ctx.session;
  const query = await searchParams;
  const view = PROMISED.read(query);
  const mayMake = permissions.includes("refunds:make");
  const asked = mayMake && typeof query.order === "string" ? query.order.trim().slice(0, 100) : "";
  const { show } = view.filter;
  const [t, locale, { found, counts, given }] = await Promise.all([
    getTranslations("refunds"),
    getLocale(),
    withSeller(db, seller.id, async (tx) => ({
      given: asked === "" ? [] : await listOrdersToRefund(tx, seller.id, asked),
      found: await PROMISED_LIST.page(tx, ctx, view),
      counts: await PROMISED_LIST.counts(
        tx,
        ctx,
        Object.fromEntries(REFUND_SHOWS.map((key) => [key, { show: key }])) as Record<RefundShow, { show: RefundShow }>,
        PROMISED_COUNT_AT_MOST,
      ),
    })),
  ]);
  const { rows } = found;
  const counted = (count: number) => count.toLocaleString(locale) + (count >= PROMISED_COUNT_AT_MOST ? "+" : "");
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={t("summary")}
        actions={
          <>
            {mayMake && <FindOrderToRefund number={asked} />}
            <LinkButton href={paths.claims}>{t("toClaims")}</LinkButton>
            <ExportLink href={paths.refundsCsv(show === "open" ? undefined : show)} />
          </>
        }
      />
      {asked !== "" && <OrdersToRefund key={asked} number={asked} orders={given} />}
      <TabsNav
        label={t("tabs.label")}
        tabs={REFUND_SHOWS.map((key) => ({
          key,
          href: refundsHref(key),
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
            show={show}
            userId={ctx.session.user.id}
            mayMake={mayMake}
            mayApprove={permissions.includes("refunds:approve")}
          />
          <Pagination summary={t("caption")} {...PROMISED.links(paths.refunds, view, found)} />
        </>
      )}
    </>
  );
}

export default page({ needs: "returns:read", show: RefundsPage });
