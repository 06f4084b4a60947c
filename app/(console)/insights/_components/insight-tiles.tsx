import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { periodHref } from "@/lib/insights/insights-href";
import type { InsightsView } from "@/lib/insights/insights-view";
import type { InsightTotal } from "@/lib/insights/total-of";
import { Amounts } from "./amounts";
import { Answers } from "./answers";

/** The period as a whole. */
export function InsightTiles({ total, view }: { total: InsightTotal; view: InsightsView }) {
  const t = useTranslations("insights");
  const format = useFormatter();
  const tiles: [string, ReactNode][] = [
    [
      t("columns.returns"),
      <Link key="returns" href={periodHref(view)} className="prose-link">
        {format.number(total.returns)}
      </Link>,
    ],
    [t("columns.units"), format.number(total.units)],
    [t("columns.refunded"), <Amounts key="refunded" amounts={total.refunded} unknown={total.refundedUnknown} />],
    [t("columns.intended"), <Amounts key="intended" amounts={total.intended} unknown={total.intendedUnknown} />],
    [t("columns.labels"), <Amounts key="labels" amounts={total.labelCosts} unknown={total.labelCostsUnknown} />],
    [
      t("columns.late"),
      <Answers key="late" row={total} href={total.answeredLate > 0 ? `${periodHref(view)}&due=late` : null} />,
    ],
  ];
  return (
    <dl className="mb-5 grid grid-cols-2 gap-3 lg:grid-cols-6">
      {tiles.map(([label, figure]) => (
        <div key={label} className="rounded-card border border-line bg-surface px-4 py-3">
          <dt className="text-small text-subtle">{label}</dt>
          <dd className="mt-0.5 font-semibold text-long tabular-nums">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
