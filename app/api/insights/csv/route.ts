import { getLocale, getTimeZone, getTranslations } from "next-intl/server";
import { db } from "@/db";
import { listInsights } from "@/db/queries/insights";
import { withSeller } from "@/db/tenant";
import { csvResponse } from "@/lib/csv-response";
import { guardRead } from "@/lib/guard";
import { insightsCsv } from "@/lib/insights/insights-csv";
import { readInsightsView } from "@/lib/insights/insights-view";
import { todayIn } from "@/lib/policy/calendar";
import { reasonKey } from "@/lib/policy/reasons";
import { answering, refusedResponse } from "@/lib/refused-response";

/** One grouping of the insights as a file, with names in the reader's language. */
export const GET = (request: Request): Promise<Response> =>
  answering("insights.csv", async () => {
    const guarded = await guardRead("insights:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const [locale, zone, t, reasons] = await Promise.all([
      getLocale(),
      getTimeZone(),
      getTranslations("insights"),
      getTranslations("returnReasons"),
    ]);
    const raw = Object.fromEntries(new URL(request.url).searchParams);
    const view = readInsightsView(raw, todayIn(new Date(), zone));
    const rows = await withSeller(db, sellerId, (tx) => listInsights(tx, sellerId, view.by, view));
    const named = rows.map((row) => {
      const known = view.by === "reason" && row.key !== null ? reasonKey(row.key) : null;
      const own = row.labels?.[locale] ?? row.name ?? (known ? reasons(known) : row.key);
      return { ...row, label: row.isRest ? t("rest") : (own ?? t("noSku")) };
    });
    return csvResponse(insightsCsv(named), `insights-${view.by}-${view.from}-${view.to}.csv`);
  });
