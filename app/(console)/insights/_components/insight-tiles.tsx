import { useFormatter, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { ComparedRow } from "@/lib/insights/compared";
import { periodHref } from "@/lib/insights/insights-href";
import type { InsightsView } from "@/lib/insights/insights-view";
import { Amounts } from "./amounts";
import { Answers } from "./answers";
import { ReturnRate, Trend } from "./compared";

/** The period as a whole. */
export function InsightTiles({ total, view }: { total: ComparedRow; view: InsightsView }) {
  const t = useTranslations("insights");
  const format = useFormatter();
  const tiles: [string, ReactNode][] = [
    [
      t("columns.returns"),
      <Fragment key="returns">
        <Link href={periodHref(view)} className="prose-link">
          {format.number(total.returns)}
        </Link>
        <Trend row={total} />
      </Fragment>,
    ],
    [t("columns.units"), format.number(total.units)],
    ...(total.sold ? [[t("columns.rate"), <ReturnRate key="rate" row={total} />] satisfies [string, ReactNode]] : []),
    [
      t("columns.refunded"),
      <Amounts key="refunded" amounts={total.refunded} unknown={total.refundedUnknown} total={total.returns} />,
    ],
    [
      t("columns.intended"),
      <Amounts key="intended" amounts={total.intended} unknown={total.intendedUnknown} total={total.returns} />,
    ],
    [
      t("columns.labels"),
      <Amounts key="labels" amounts={total.labelCosts} unknown={total.labelCostsUnknown} total={total.returns} />,
    ],
    [
      t("columns.late"),
      <Answers key="late" row={total} href={total.answeredLate > 0 ? `${periodHref(view)}&due=late` : null} />,
    ],
  ];
  return (
    <dl className="mb-5 grid grid-cols-2 gap-3 lg:grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))]">
      {tiles.map(([label, figure]) => (
        <div key={label} className="rounded-card border border-line bg-surface px-4 py-3">
          <dt className="text-small text-subtle">{label}</dt>
          <dd className="mt-0.5 font-semibold text-long tabular-nums">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
