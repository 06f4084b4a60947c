import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { JobRow } from "@/lib/bulk/job-list";

/** How a job stands; one that ended without doing all that was asked says so. */
export function JobStateBadge({ state, isWhole }: { state: JobRow["state"]; isWhole: boolean }) {
  const t = useTranslations("jobs.stateOf");
  if (state !== "done") return <Badge tone="info">{t(state)}</Badge>;
  return isWhole ? <Badge tone="success">{t("done")}</Badge> : <Badge tone="attention">{t("partly")}</Badge>;
}
