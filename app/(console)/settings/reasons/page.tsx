import { getTranslations } from "next-intl/server";
import { ExportLink } from "@/components/export-link";
import { PageHeader } from "@/components/ui/page-header";
import { TabsNav } from "@/components/ui/tabs-nav";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { paths } from "@/lib/i18n/paths";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { mergedReasons } from "@/lib/policy/judging/own-reasons";
import { labelsOf } from "@/lib/reasons/reason-labels";
import { listReasons } from "@/lib/reasons/reasons";
import { SettingsFrame } from "../_components/settings-frame";
import { ReasonList } from "./_components/reason-list";

const KINDS = ["close", "return"] as const;

export async function generateMetadata() {
  return { title: (await getTranslations("reasons"))("title") };
}

/** Why requests are closed and items come back: ours and the seller's own, in their order, retired ones apart. */
async function ReasonsPage(
  { session: { seller, permissions } }: SellerCtx,
  { searchParams }: PageProps<"/settings/reasons">,
) {
  const { show } = await searchParams;
  const kind = KINDS.find((known) => known === show) ?? "close";
  const [t, rows] = await Promise.all([
    getTranslations("reasons"),
    withSeller(db, seller.id, (tx) => listReasons(tx, seller.id, kind)),
  ]);
  const reasons = mergedReasons(rows, kind).map((reason) => ({ ...reason, labels: labelsOf(reason) }));
  const isReadOnly = !permissions.includes("settings:write");
  return (
    <>
      <PageHeader
        title={t("title")}
        summary={t("summary")}
        actions={<ExportLink hasPeople={false} href={paths.settingsCsv("reasons")} />}
      />
      <SettingsFrame section="reasons" isReadOnly={isReadOnly}>
        <TabsNav
          label={t("tabs.label")}
          tabs={KINDS.map((key) => ({
            key,
            href: paths.reasonsOf(key),
            label: t(`tabs.${key}`),
            isCurrent: key === kind,
          }))}
        />
        <ReasonList key={kind} kind={kind} reasons={reasons} isReadOnly={isReadOnly} />
      </SettingsFrame>
    </>
  );
}

export default page({ needs: "settings:read", show: ReasonsPage });
