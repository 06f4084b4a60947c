"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { BulkOutcome } from "@/components/returns/bulk-outcome";
import { LinkButton } from "@/components/ui/link-button";
import { Progress } from "@/components/ui/progress";
import { paths } from "@/lib/paths";
import type { Outcome } from "@/lib/returns/find-outcome";

const LOOK_AGAIN_MS = 1500;

/** Progress while the job runs, drawn again from the server each time, then its outcome. */
export function JobView({ outcome }: { outcome: Outcome }) {
  const t = useTranslations("jobs");
  const bulk = useTranslations("bulk");
  const router = useRouter();
  const { id, state, done, total, next } = outcome;
  const isRunning = state !== "done";
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isRunning, router]);
  return (
    <div className="max-w-4xl">
      {isRunning && (
        <div role="status" className="mb-6">
          <Progress
            label={bulk("running", { count: total })}
            value={done}
            max={total}
            text={bulk("progress", { done, total })}
          />
          <p className="mt-2 text-muted text-small">{t("refresh")}</p>
        </div>
      )}
      <BulkOutcome outcome={outcome} headingLevel="h2" returnHref={paths.returnDetail} />
      {next !== null && (
        <p className="mt-4">
          <LinkButton href={`${paths.job(id)}?after=${next}`}>{t("more")}</LinkButton>
        </p>
      )}
    </div>
  );
}
