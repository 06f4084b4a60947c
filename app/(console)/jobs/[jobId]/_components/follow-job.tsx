"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Banner } from "@/components/ui/banner";
import { Progress } from "@/components/ui/progress";
import { useJobNews } from "../../../_jobs/job-news";
import { useFollowedJob } from "../../../_jobs/use-followed-job";

type FollowJobProps = {
  jobId: string;
  total: number;
  isRunning: boolean;
  /** Ended, and its starter sees so here for the first time. */
  isNews: boolean;
};

/** Progress while the job runs, also after a reload; its end draws the page again. */
export function FollowJob({ jobId, total, isRunning, isNews }: FollowJobProps) {
  const t = useTranslations("jobs");
  const bulk = useTranslations("bulk");
  const { see } = useJobNews();
  const { outcome, isLost } = useFollowedJob(isRunning ? jobId : null);
  useEffect(() => {
    if (isNews) see(jobId);
  }, [isNews, jobId, see]);
  if (!isRunning) return null;
  const done = outcome?.done ?? 0;
  return (
    <div className="mb-5 max-w-2xl">
      <Progress
        label={bulk("running", { count: total })}
        value={done}
        max={total}
        text={t("progress", { done, total })}
      />
      <p className="mt-2 text-muted text-small">{t("refresh")}</p>
      {isLost && (
        <Banner tone="warning" role="status" className="mt-3">
          {t("lost")}
        </Banner>
      )}
    </div>
  );
}
