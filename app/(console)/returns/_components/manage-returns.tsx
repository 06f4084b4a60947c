import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/i18n/paths";
import { ViewLine } from "../_views/view-line";
import { ViewsMenu } from "../_views/views-menu";
import type { LoadedList } from "../load-list";
import { ExportMenu } from "./export-menu";
import { DataAsOf, StaleBanner } from "./freshness";
import { IgnoredNotice } from "./ignored-notice";
import { ReturnTabs } from "./return-tabs";
import { ReturnsWorkspace } from "./returns-workspace";

/** What was asked for, what is due, and what can be done about it. */
export async function ManageReturns({ loading }: { loading: Promise<LoadedList> }) {
  const [list, t] = await Promise.all([loading, getTranslations("returns")]);
  const { view, frame, canImport, canDecide } = list;
  const current = frame.views.find(({ id }) => id === view.viewId);
  const canSave = frame.members.some(({ id }) => id === list.user.id);
  const [named, ...others] = frame.named;
  if (view.isSubmitted && named && others.length === 0) redirect(paths.returnDetail(named));
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={<DataAsOf channels={frame.channels} />}
        actions={
          <>
            <ExportMenu rows={list.rows} filter={list.matched} matching={list.matching} now={list.now} />
            <ViewsMenu canSave={canSave} views={frame.views} viewId={view.viewId} filter={view.filter} />
            {canDecide && <LinkButton href={paths.newReturn()}>{t("enter")}</LinkButton>}
            {canImport && (
              <LinkButton href={paths.import} variant="primary">
                {t("import")}
              </LinkButton>
            )}
          </>
        }
      />
      <ReturnTabs view={view} frame={frame} />
      <IgnoredNotice key={view.ignored.join()} names={view.ignored} />
      {frame.isSearchCut && <Banner tone="info">{t("searchCut")}</Banner>}
      <StaleBanner channels={frame.channels} canImport={canImport} />
      {current && <ViewLine key={current.id} canSave={canSave} view={current} filter={view.filter} />}
      <ReturnsWorkspace list={list} />
    </>
  );
}
