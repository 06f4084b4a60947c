import { paths } from "@/lib/i18n/paths";
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
