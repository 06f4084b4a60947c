import { useTranslations } from "next-intl";
import { useReasonName } from "@/components/returns/reason-name";
import { Card } from "@/components/ui/card";
import type { InsightRow } from "@/db/queries/insights";
import { groupHref, type InsightsView } from "@/lib/insights/insights-view";
import type { InsightTotal } from "@/lib/insights/total-of";
import { InsightChart } from "./insight-chart";
import { InsightTable } from "./insight-table";

/** A group with its name in the reader's words, and its returns where a list can show them. */
export type NamedRow = InsightRow & { label: string; href: string | null };

type InsightsProps = { rows: readonly InsightRow[]; total: InsightTotal; view: InsightsView };

/** What stands out in a sentence, then as bars, then every figure. */
export function Insights({ rows, total, view }: InsightsProps) {
  const t = useTranslations("insights");
  const reasonName = useReasonName();
  const labelOf = ({ key, name, labels, isRest }: InsightRow): string => {
    if (isRest) return t("rest");
    if (key === null) return t("noSku");
    return view.by === "reason" ? reasonName(key, labels) : (name ?? key);
  };
  const named = rows.map((row): NamedRow => ({ ...row, label: labelOf(row), href: groupHref(view, row) }));
  const [first] = named;
  if (!first) return null;
  const takeaway = t(`takeaway.${view.by}`, {
    name: first.label,
    count: first.returns,
    total: total.returns,
    share: first.returns / total.returns,
  });
  return (
    <Card title={t("chart.title")} isFlush>
      <p className="px-4 pt-3 text-long">{takeaway}</p>
      <InsightChart
        label={takeaway}
        bars={named.map(({ label, returns, href, isRest }) => ({ label, returns, href, isRest }))}
      />
      <div className="border-line border-t max-lg:p-3 [&>div]:rounded-none [&>div]:border-0 [&>div]:max-lg:rounded-card [&>div]:max-lg:border">
        <InsightTable rows={named} total={total} by={view.by} />
      </div>
      {view.by !== "channel" && <p className="border-line border-t px-4 py-2.5 text-small text-subtle">{t("note")}</p>}
    </Card>
  );
}
