import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { Progress } from "@/components/ui/progress";
import type { Outcome } from "@/lib/bulk/find-outcome";
import { paths } from "@/lib/i18n/paths";

type BulkRunProps = {
  /** Null while it is not known to have begun. */
  jobId: string | null;
  total: number;
  outcome: Outcome | null;
  isLost: boolean;
};

/** How far a job has come, in a bar and in words, and that nobody has to wait for it here. */
export function BulkRun({ jobId, total, outcome, isLost }: BulkRunProps) {
  const t = useTranslations("bulk");
  const done = outcome?.done ?? 0;
  return (
    <div className="py-6">
      <Progress label={t("running", { count: total })} value={done} max={total} text={t("progress", { done, total })} />
      {isLost && (
        <Banner tone="warning" role="status" className="mt-3">
          {t("lost")}
        </Banner>
      )}
      {jobId && (
        <>
          <p className="mt-3 text-muted text-small">{t("background")}</p>
          <p className="mt-3">
            <LinkButton href={paths.job(jobId)} size="sm">
              {t("follow")}
            </LinkButton>
          </p>
        </>
      )}
    </div>
  );
}
