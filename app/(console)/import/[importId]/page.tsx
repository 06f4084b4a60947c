import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { paths } from "@/lib/i18n/paths";
import {
  findImport,
  findImportColumns,
  listImportRefusals,
  listStaying,
  listStayingOrders,
} from "@/lib/imports/imports";
import { isId } from "@/lib/kernel/ids";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { canStand, isChecked, isCounted } from "@/lib/policy/machines/import/statuses";
import { StateBadge } from "../_components/state-badge";
import { AskColumns, needsMapping } from "./_components/ask-columns";
import { Counts } from "./_components/counts";
import { FileResults } from "./_components/file-results";
import { ImportState } from "./_components/import-state";
import { RefusedRows } from "./_components/refused-rows";

const SHOWN_REFUSALS = 100;

type ImportDetailProps = {
  params: Promise<{ importId: string }>;
  searchParams: Promise<{ columns?: string | string[] }>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("import"))("title") };
}

async function ImportDetailPage(
  { session: { seller, permissions } }: SellerCtx,
  { params, searchParams }: ImportDetailProps,
) {
  const { importId } = await params;
  if (!isId(importId)) notFound();
  const found = await withSeller(db, seller.id, async (tx) => {
    const row = await findImport(tx, seller.id, importId);
    if (!row) return null;
    const isOver = canStand(row.state);
    const list = row.kind === "orders" ? listStayingOrders : listStaying;
    const staying = isOver
      ? await list(tx, seller.id, importId)
      : { staying: [], undone: { deleted: 0, restored: 0, stayed: 0 } };
    const refused = await listImportRefusals(tx, seller.id, importId, { after: null, limit: SHOWN_REFUSALS });
    return { row, staying, refused };
  });
  if (!found) notFound();
  const { row, staying, refused } = found;
  const canRun = permissions.includes("imports:run");
  const isAsked = (await searchParams).columns !== undefined || needsMapping(row);
  const columns =
    canRun && isAsked ? await withSeller(db, seller.id, (tx) => findImportColumns(tx, seller.id, importId)) : null;
  const t = await getTranslations("import");
  const when = (at: Date) => () => <Time at={at} style="absolute" />;
  return (
    <>
      <PageHeader
        back={{ href: paths.import, label: t("back") }}
        title={t("detailTitle", { channel: row.channelName })}
        badges={<StateBadge state={row.state} />}
        summary={
          <>
            {t.rich("started", {
              by: row.createdByName ? t("by", { name: row.createdByName }) : t("bySystem"),
              when: when(row.createdAt),
            })}
            {row.finishedAt && <> · {t.rich("finished", { when: when(row.finishedAt) })}</>}
          </>
        }
      />
      <div className="flex max-w-4xl flex-col gap-4">
        <ImportState row={row} canRun={canRun} staying={staying} />
        {columns && <AskColumns row={row} found={columns} />}
        {isCounted(row.state) && !needsMapping(row) && (
          <Card title={t(isChecked(row.state) ? "counts.preview" : "counts.title")} isFlush>
            <Counts row={row} />
          </Card>
        )}
        {row.files.length > 0 && (
          <Card title={t("fileTable.title")} isFlush>
            <FileResults files={row.files} />
          </Card>
        )}
        <RefusedRows row={row} refused={refused} />
      </div>
    </>
  );
}

export default page({ needs: "imports:read", show: ImportDetailPage });
