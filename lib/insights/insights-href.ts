import { paths } from "@/lib/i18n/paths";
import type { ComparedRow } from "./compared";
import type { InsightRow } from "./insights";
import type { InsightsView } from "./insights-view";

const queryOf = ({ by, days, from, to, channel }: InsightsView): string => {
  const period: Record<string, string> = days === null ? { from, to } : { days };
  return `?${new URLSearchParams({ by, ...period, ...(channel === null ? {} : { channel }) })}`;
};

export const insightsHref = (view: InsightsView): string => paths.insights + queryOf(view);
export const insightsCsvHref = (view: InsightsView): string => paths.insightsCsv + queryOf(view);

/** The returns that a group is made of, in Manage Returns; null for what no filter can name. */
export function groupHref({ from, to, channel, by }: InsightsView, { key, isRest }: InsightRow): string | null {
  if (isRest || key === null) return null;
  const period = { tab: "all", from, to, ...(channel === null ? {} : { channel }) };
  return `${paths.returns()}?${new URLSearchParams({ ...period, [by]: key })}`;
}

/** All returns of the period. */
export const periodHref = ({ from, to, channel }: InsightsView): string =>
  `${paths.returns()}?${new URLSearchParams({ tab: "all", from, to, ...(channel === null ? {} : { channel }) })}`;

const SHARE_DRAWN = 0.1;

/** The rows that a bar says something of: a tenth of all returns at least, and never all that is left. */
export const worthDrawing = <Row extends Pick<InsightRow, "returns" | "isRest">>(
  rows: readonly Row[],
  total: number,
): Row[] => rows.filter(({ returns, isRest }) => !isRest && returns >= total * SHARE_DRAWN);

/** Of fewer than these a share says nothing. */
const ENOUGH = { before: 10, sold: 20 };

/** By how much returns went up or down, as a share of those before; null: nobody knows, or there were too few. */
export const changeOf = ({ returns, before }: Pick<ComparedRow, "returns" | "before">): number | null =>
  before === null || before < ENOUGH.before ? null : returns / before - 1;

/** How much of what was sold was asked back; null: nobody knows, or too little was sold. */
export const rateOf = ({ sold }: Pick<ComparedRow, "sold">): number | null =>
  sold === null || sold.units < ENOUGH.sold ? null : sold.returned / sold.units;
