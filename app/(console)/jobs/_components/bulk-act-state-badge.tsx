import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { BulkActRow } from "@/lib/bulk/bulk-act-list";

/** How a bulk act stands; one that ended without doing all that was asked says so. */
export function BulkActStateBadge({ state, isWhole }: { state: BulkActRow["state"]; isWhole: boolean }) {
  const t = useTranslations("bulkActs.stateOf");
  if (state !== "done") return <Badge tone="info">{t(state)}</Badge>;
  return isWhole ? <Badge tone="success">{t("done")}</Badge> : <Badge tone="attention">{t("partly")}</Badge>;
}
