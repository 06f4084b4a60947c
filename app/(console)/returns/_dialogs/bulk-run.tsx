import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { Progress } from "@/components/ui/progress";
import type { Outcome } from "@/lib/bulk/find-outcome";
import { paths } from "@/lib/i18n/paths";

type BulkRunProps = {
  /** Null while it is not known to have begun. */
  bulkActId: string | null;
  total: number;
  outcome: Outcome | null;
  isLost: boolean;
};

/** How far a bulk act has come, in a bar and in words, and that nobody has to wait for it here. */
export function BulkRun({ bulkActId, total, outcome, isLost }: BulkRunProps) {
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
      {bulkActId && (
        <>
          <p className="mt-3 text-muted text-small">{t("background")}</p>
          <p className="mt-3">
            <LinkButton href={paths.bulkAct(bulkActId)} size="sm">
              {t("follow")}
            </LinkButton>
          </p>
        </>
      )}
    </div>
  );
}
