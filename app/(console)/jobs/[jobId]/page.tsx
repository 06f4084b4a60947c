import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { db } from "@/db";
import { isId } from "@/lib/ids";
import { paths } from "@/lib/paths";
import { findOutcome } from "@/lib/returns/find-outcome";
import { requireSeller } from "@/lib/session";
import { JobView } from "./_components/job-view";

type JobPageProps = {
  params: Promise<{ jobId: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
};

export async function generateMetadata() {
  return { title: (await getTranslations("jobs"))("page") };
}

/** The outcome of a job stays here; while it runs, the page follows it. */
export default async function JobPage({ params, searchParams }: JobPageProps) {
  const session = await requireSeller("returns:read");
  const { jobId } = await params;
  const after = Number((await searchParams).after ?? -1);
  if (!isId(jobId)) notFound();
  const outcome = await findOutcome(db, session.seller.id, jobId, { after: Number.isSafeInteger(after) ? after : -1 });
  if (!outcome) notFound();
  const t = await getTranslations("jobs");
  const { kind, total, state, createdAt, finishedAt, createdByName } = outcome;
  const when = (at: Date) => () => <Time at={at} style="absolute" />;
  return (
    <>
      <PageHeader
        back={{ href: paths.returns(), label: t("back") }}
        title={t("title", { kind, total })}
        badges={<Badge tone={state === "done" ? "success" : "info"}>{t(`state.${state}`)}</Badge>}
        summary={
          <>
            {t.rich("startedBy", { name: createdByName, when: when(createdAt) })}
            {finishedAt && <> · {t.rich("finished", { when: when(finishedAt) })}</>}
          </>
        }
      />
      <JobView outcome={outcome} />
    </>
  );
}
