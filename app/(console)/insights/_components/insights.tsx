"use client";

import { useTranslations } from "next-intl";
import { useReasonName } from "@/components/returns/reason-name";
import { Card } from "@/components/ui/card";
import type { ComparedRow } from "@/lib/insights/compared";
import { groupHref, worthDrawing } from "@/lib/insights/insights-href";
import type { InsightsView } from "@/lib/insights/insights-view";
import { InsightChart } from "./insight-chart";
import { InsightTable, type NamedRow } from "./insight-table";

type InsightsProps = { rows: readonly ComparedRow[]; total: ComparedRow; view: InsightsView };

/** What stands out in a sentence, then every figure, then bars for what is a good part of the whole. */
export function Insights({ rows, total, view }: InsightsProps) {
  const t = useTranslations("insights");
  const reasonName = useReasonName();
  const labelOf = ({ key, name, isRest }: ComparedRow): string => {
    if (isRest) return t("rest");
    if (key === null) return t("noSku");
    return view.by === "reason" ? reasonName(key) : (name ?? key);
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
  const bars = worthDrawing(named, total.returns).map(({ label, returns, href, isRest }) => {
    return { label, returns, href, isRest };
  });
  return (
    <>
      <p className="mb-3 text-long">{takeaway}</p>
      <InsightTable rows={named} total={total} by={view.by} />
      <p className="mt-2 text-small text-subtle">
        {t(rows.some(({ sold }) => sold !== null) ? "rateNote" : "ordersNote")} {view.by !== "channel" && t("note")}
      </p>
      {bars.length > 0 && (
        <Card title={t("chart.title")} isFlush className="mt-4 max-w-4xl">
          <InsightChart label={t(`caption.${view.by}`)} bars={bars} />
        </Card>
      )}
    </>
  );
}
