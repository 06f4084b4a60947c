import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import { withSeller } from "@/db/tenant";
import { listComparedInsights } from "@/lib/insights/compared";
import { listChannelNames } from "@/lib/insights/insights";
import { insightsCsv } from "@/lib/insights/insights-csv";
import { insightsQuery, insightsViewOf } from "@/lib/insights/insights-view";
import { todayIn } from "@/lib/kernel/calendar";
import { route } from "@/lib/platform/route";
import { csv } from "@/lib/platform/route-answer";
import { oneMarketplace } from "@/lib/policy/judging/one-marketplace";
import { ownNamesOf, reasonsOf, wordForReason } from "@/lib/policy/judging/reason-names";
import { listReasons } from "@/lib/reasons/reasons";

/** One grouping of the insights as a file, with names in the reader's language. */
export const GET = route({
  name: "insights.csv",
  needs: "insights:read",
  query: insightsQuery,
  run: async ({ db, sellerId, now }, { query }) => {
    const [locale, zone, t, reasonWords, theirs] = await Promise.all([
      getLocale(),
      getTimeZone(),
      getTranslations("insights"),
      getTranslations("returnReasons"),
      getTranslations("returnReasonsOf"),
    ]);
    const view = insightsViewOf(query, todayIn(now, zone));
    const { rows, reasons, channels } = await withSeller(db, sellerId, async (tx) => {
      const [reasons, channels] = await Promise.all([
        listReasons(tx, sellerId, "return"),
        listChannelNames(tx, sellerId),
      ]);
      const knownChannels = channels.filter(({ hasOrders }) => hasOrders).map(({ id }) => id);
      const { rows } = await listComparedInsights(tx, sellerId, view.by, { ...view, knownChannels });
      return { rows, reasons, channels };
    });
    const ours = reasonsOf(oneMarketplace(channels, view.channel), theirs, reasonWords);
    const own = ownNamesOf(reasons, locale);
    const named = rows.map((row) => {
      if (row.isRest) return { ...row, label: t("rest") };
      if (row.key === null) return { ...row, label: t("noSku") };
      const word = view.by === "reason" ? wordForReason(row.key, { own, ours }) : row.key;
      return { ...row, label: row.name ?? word };
    });
    return csv(insightsCsv(named), `insights-${view.by}-${view.from}-${view.to}.csv`);
  },
});
