import { Handshake } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/i18n/paths";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { ChannelTabs } from "./_components/channel-tabs";
import { DoneCard } from "./_components/done-card";
import { HandoverFooter } from "./_components/handover-footer";
import { HandoverWorkspace } from "./_components/handover-workspace";
import { ListControls } from "./_components/list-controls";
import { loadHandovers } from "./load-handovers";

export async function generateMetadata() {
  return { title: (await getTranslations("handover"))("title") };
}

/** What was decided here and has to be done on a marketplace by hand, one channel at a time (P-19, P-24). */
async function HandoverPage(_: SellerCtx, { searchParams }: PageProps<"/handover">) {
  const [{ found, view, mayDecide }, t] = await Promise.all([
    searchParams.then(loadHandovers),
    getTranslations("handover"),
  ]);
  if (found.channel === null) {
    return (
      <>
        <PageHeader title={t("title")} />
        <EmptyState icon={Handshake} title={t("empty.noChannel")}>
          {t("empty.noChannelBody")}
        </EmptyState>
      </>
    );
  }
  const { channel, done } = found;
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={t("summary", { marketplace: channel.marketplace })}
        actions={
          found.entries.length > 0 && (
            <ExportLink href={paths.handoversCsv({ channel: channel.code, sort: view.sort })} />
          )
        }
      />
      <ChannelTabs channels={found.channels} current={channel.code} view={view} />
      {!mayDecide && <p className="mb-3 text-small text-subtle">{t("viewOnly")}</p>}
      {found.entries.length > 0 && <ListControls code={channel.code} marketplace={channel.marketplace} view={view} />}
      <HandoverWorkspace list={found} view={view} mayDecide={mayDecide} />
      <HandoverFooter list={found} view={view} />
      {done.length > 0 && <DoneCard done={done} marketplace={channel.marketplace} mayDecide={mayDecide} />}
    </>
  );
}

export default page({ needs: "returns:read", show: HandoverPage });
