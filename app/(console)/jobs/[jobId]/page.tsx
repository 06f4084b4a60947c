import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HandoverLinks } from "@/components/returns/handover-links";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { db } from "@/db";
import { BULK_ITEMS } from "@/lib/bulk/bulk-items";
import { paths } from "@/lib/i18n/paths";
import { isId } from "@/lib/kernel/ids";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { BulkActStateBadge } from "../_components/bulk-act-table";
import { BulkActButtons } from "./_components/bulk-act-buttons";
import { BulkActTiles } from "./_components/bulk-act-tiles";
import { BulkItems } from "./_components/bulk-items";
import { FollowBulkAct } from "./_components/follow-bulk-act";
import { readBulkAct } from "./read-bulk-act";

export async function generateMetadata() {
  return { title: (await getTranslations("bulkActs"))("page") };
}

/** The outcome of a bulk act stays here, for every return of it; while it runs, the page follows it. */
async function BulkActPage(
  { session: { seller, user, permissions } }: SellerCtx,
  { params, searchParams }: PageProps<"/jobs/[jobId]">,
) {
  const [{ jobId: bulkActId }, query, t] = await Promise.all([params, searchParams, getTranslations("bulkActs")]);
  const view = BULK_ITEMS.read(query);
  const bulkAct = isId(bulkActId)
    ? await readBulkAct(db, { sellerId: seller.id, bulkActId, view, now: new Date() })
    : null;
  if (!bulkAct) notFound();
  const { id, kind, total, state, moved, createdAt, finishedAt, createdBy, createdByName, seenAt } = bulkAct;
  const when = (at: Date) => () => <Time at={at} style="absolute" />;
  return (
    <>
      <PageHeader
        back={{ href: paths.bulkActs, label: t("back") }}
        title={t("title", { kind, total })}
        badges={<BulkActStateBadge state={state} isWhole={moved === total} />}
        summary={
          <>
            {t.rich("startedBy", { name: createdByName, when: when(createdAt) })}
            {finishedAt && <> · {t.rich("finished", { when: when(finishedAt) })}</>}
          </>
        }
        actions={<BulkActButtons bulkAct={bulkAct} mayAct={permissions.includes("returns:bulk")} />}
      />
      <FollowBulkAct
        bulkActId={id}
        total={total}
        isRunning={state !== "done"}
        isNews={state === "done" && seenAt === null && createdBy === user.id}
      />
      <BulkActTiles bulkAct={bulkAct} />
      <HandoverLinks toHandOver={bulkAct.toHandOver} />
      <BulkItems bulkAct={bulkAct} view={view} />
    </>
  );
}

export default page({ needs: "returns:read", show: BulkActPage });
