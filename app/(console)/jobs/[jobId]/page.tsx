import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HandoverLinks } from "@/components/returns/handover-links";
import { PageHeader } from "@/components/ui/page-header";
import { Time } from "@/components/ui/time";
import { db } from "@/db";
import { paths } from "@/lib/i18n/paths";
import { isId } from "@/lib/kernel/ids";
import type { SellerCtx } from "@/lib/platform/needs";
import { page } from "@/lib/platform/page";
import { JobStateBadge } from "../_components/job-state-badge";
import { FollowJob } from "./_components/follow-job";
import { JobButtons } from "./_components/job-buttons";
import { JobItems } from "./_components/job-items";
import { JobTiles } from "./_components/job-tiles";
import { readJob } from "./read-job";
import { jobPlaceOf } from "./search-params";

export async function generateMetadata() {
  return { title: (await getTranslations("jobs"))("page") };
}

/** The outcome of a job stays here, for every return of it; while it runs, the page follows it. */
async function JobPage(
  { session: { seller, user, permissions } }: SellerCtx,
  { params, searchParams }: PageProps<"/jobs/[jobId]">,
) {
  const [{ jobId }, query, t] = await Promise.all([params, searchParams, getTranslations("jobs")]);
  const place = jobPlaceOf(query);
  const job = isId(jobId) ? await readJob(db, { sellerId: seller.id, jobId, place, now: new Date() }) : null;
  if (!job) notFound();
  const { id, kind, total, state, moved, createdAt, finishedAt, createdBy, createdByName, seenAt } = job;
  const when = (at: Date) => () => <Time at={at} style="absolute" />;
  return (
    <>
      <PageHeader
        back={{ href: paths.jobs, label: t("back") }}
        title={t("title", { kind, total })}
        badges={<JobStateBadge state={state} isWhole={moved === total} />}
        summary={
          <>
            {t.rich("startedBy", { name: createdByName, when: when(createdAt) })}
            {finishedAt && <> · {t.rich("finished", { when: when(finishedAt) })}</>}
          </>
        }
        actions={<JobButtons job={job} mayAct={permissions.includes("returns:bulk")} />}
      />
      <FollowJob
        jobId={id}
        total={total}
        isRunning={state !== "done"}
        isNews={state === "done" && seenAt === null && createdBy === user.id}
      />
      <JobTiles job={job} />
      <HandoverLinks toHandOver={job.toHandOver} />
      <JobItems job={job} place={place} />
    </>
  );
}

export default page({ needs: "returns:read", show: JobPage });
