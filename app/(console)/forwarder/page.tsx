import { Truck } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import { FORWARDER_TABS, type ForwarderTab, OUTBOUND_TASKS } from "@/lib/forwarder/forwarder";
import { paths } from "@/lib/i18n/paths";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { ForwarderWorkspace } from "./_components/forwarder-workspace";
import { loadForwarder } from "./load-forwarder";

const hrefOf = (show: ForwarderTab) => `${paths.forwarder}${OUTBOUND_TASKS.query({ filter: { show } })}`;

export async function generateMetadata() {
  return { title: (await getTranslations("forwarder"))("title") };
}

/** Requests about parcels that may still be stopped, and those that are on their way (S3-09, S3-10). */
async function ForwarderPage(
  { session: { seller, permissions } }: SellerCtx,
  { searchParams }: PageProps<"/forwarder">,
) {
  const view = OUTBOUND_TASKS.read(await searchParams);
  const [t, locale, found] = await Promise.all([
    getTranslations("forwarder"),
    getLocale(),
    loadForwarder(seller.id, view),
  ]);
  const { rows: tasks, counts, previous, next } = found;
  const { show: tab } = view.filter;
  const isLater = view.after !== null || view.before !== null;
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={t("title")}
        summary={t(`summary.${tab}`)}
        actions={<ExportLink href={paths.forwarderCsv(tab === "on_its_way" ? tab : undefined)} />}
      />
      <TabsNav
        label={t("tabs.label")}
        tabs={FORWARDER_TABS.map((key) => ({
          key,
          href: hrefOf(key),
          label: t(`tabs.${key}`),
          isCurrent: key === tab,
          count: counts[key] >= 1000 ? `${(1000).toLocaleString(locale)}+` : counts[key].toLocaleString(locale),
        }))}
      />
      {tasks.length === 0 ? (
        <div className="rounded-card border border-line bg-surface">
          <EmptyState
            icon={Truck}
            title={t(isLater ? "empty.past" : `empty.${tab}`)}
            action={
              isLater ? (
                <LinkButton href={hrefOf(tab)}>{t("empty.toFirst")}</LinkButton>
              ) : (
                <LinkButton href={paths.returns()}>{t("empty.toReturns")}</LinkButton>
              )
            }
          >
            {!isLater && t(`empty.${tab}Body`)}
          </EmptyState>
        </div>
      ) : (
        <ForwarderWorkspace key={tab} tab={tab} tasks={tasks} mayDecide={permissions.includes("returns:decide")} />
      )}
      {(previous || next) && (
        <Pagination
          summary={t("shown", { count: tasks.length })}
          {...OUTBOUND_TASKS.links(paths.forwarder, view, found)}
        />
      )}
    </div>
  );
}

export default page({ needs: "returns:read", show: ForwarderPage });
