import { Plus, Upload } from "lucide-react";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Banner } from "@/components/ui/banner";
import { BusyArea } from "@/components/ui/busy-area";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/i18n/paths";
import { ViewRow } from "../_views/view-row";
import type { LoadedList } from "../load-list";
import { ExportMenu } from "./export-menu";
import { DataAsOf } from "./freshness";
import { IgnoredNotice } from "./ignored-notice";
import { PlusMenu } from "./plus-menu";
import { ReturnTabs } from "./return-tabs";
import { ReturnsWorkspace } from "./returns-workspace";

/** What was asked for, what is due, and what can be done about it. */
export async function ManageReturns({ loading }: { loading: Promise<LoadedList> }) {
  const [list, t] = await Promise.all([loading, getTranslations("returns")]);
  const { view, frame, canImport, canDecide } = list;
  const exported = { rows: list.sent.rows, filter: list.matched, matching: list.matching, now: list.now };
  const [named, ...others] = frame.named;
  if (view.isSubmitted && named && others.length === 0) redirect(paths.returnDetail(named));
  return (
    <BusyArea>
      {/* On a phone the search comes before the tabs. */}
      <div data-full-width className="flex flex-col max-md:*:order-4">
        <header className="max-md:order-0! flex h-11 items-center gap-3 md:-mt-2 md:h-13">
          <h1 tabIndex={-1} className="truncate text-h1 heading max-md:flex-1">
            {t("title")}
          </h1>
          <DataAsOf channels={frame.channels} canImport={canImport} />
          <div className="ms-auto flex items-center gap-2.5 max-md:hidden">
            <ExportMenu {...exported} />
            {canDecide && (
              <LinkButton href={paths.newReturn()} size="sm" icon={<Plus aria-hidden size={15} />}>
                {t("enter")}
              </LinkButton>
            )}
            {canImport && (
              <LinkButton href={paths.import} size="sm" icon={<Upload aria-hidden size={15} />}>
                {t("import")}
              </LinkButton>
            )}
          </div>
          <PlusMenu {...exported} canDecide={canDecide} canImport={canImport} />
        </header>
        <ReturnTabs view={view} frame={frame} />
        <ViewRow list={list} />
        <IgnoredNotice key={view.ignored.join()} names={view.ignored} />
        {frame.isSearchCut && <Banner tone="info">{t("searchCut")}</Banner>}
        <ReturnsWorkspace list={list} />
      </div>
    </BusyArea>
  );
}
