import { useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import type { Outcome } from "@/lib/returns/find-outcome";

/** How far a job has come, in a bar and in words. */
export function BulkRun({ total, outcome }: { total: number; outcome: Outcome | null }) {
  const t = useTranslations("bulk");
  const done = outcome?.done ?? 0;
  return (
    <div className="py-6">
      <Progress label={t("running", { count: total })} value={done} max={total} text={t("progress", { done, total })} />
      {outcome && <p className="mt-3 text-muted text-small">{t("background")}</p>}
    </div>
  );
}
