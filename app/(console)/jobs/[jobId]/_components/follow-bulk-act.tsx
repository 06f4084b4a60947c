"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Banner } from "@/components/ui/banner";
import { Progress } from "@/components/ui/progress";
import { useBulkActNews } from "../../../_bulk-acts/bulk-act-news";
import { useFollowedBulkAct } from "../../../_bulk-acts/use-followed-bulk-act";

type FollowBulkActProps = {
  bulkActId: string;
  total: number;
  isRunning: boolean;
  /** Ended, and its starter sees so here for the first time. */
  isNews: boolean;
};

/** Progress while the bulk act runs, also after a reload; its end draws the page again. */
export function FollowBulkAct({ bulkActId, total, isRunning, isNews }: FollowBulkActProps) {
  const t = useTranslations("bulkActs");
  const bulk = useTranslations("bulk");
  const { see } = useBulkActNews();
  const { outcome, isLost } = useFollowedBulkAct(isRunning ? bulkActId : null);
  useEffect(() => {
    if (isNews) see(bulkActId);
  }, [isNews, bulkActId, see]);
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
