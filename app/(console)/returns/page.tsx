import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import { DataAsOf, StaleBanner } from "./_components/freshness";
import { IgnoredNotice } from "./_components/ignored-notice";
import { ReturnTabs } from "./_components/return-tabs";
import { ReturnsWorkspace } from "./_components/returns-workspace";
import { listTitle } from "./list-title";
import { loadList } from "./load-list";

type Props = PageProps<"/returns">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  return { title: await listTitle(await loadList(await searchParams)) };
}

/** Manage Returns: what was asked for, what is due, and what can be done about it. */
export default async function ReturnsPage({ searchParams }: Props) {
  const [list, t] = await Promise.all([searchParams.then(loadList), getTranslations("returns")]);
  const { view, frame, canImport } = list;
  const [named, ...others] = frame.named;
  if (view.isSubmitted && named && others.length === 0) redirect(paths.returnDetail(named));
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={<DataAsOf channels={frame.channels} />}
        actions={
          canImport && (
            <LinkButton href={paths.import} variant="primary">
              {t("import")}
            </LinkButton>
          )
        }
      />
      <ReturnTabs view={view} frame={frame} />
      <IgnoredNotice key={view.ignored.join()} names={view.ignored} />
      <StaleBanner channels={frame.channels} canImport={canImport} />
      <ReturnsWorkspace list={list} />
    </>
  );
}
