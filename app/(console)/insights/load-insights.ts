import "server-only";
import { getTimeZone } from "next-intl/server";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { listChannelNames, listInsights } from "@/lib/insights/insights";
import { readInsightsView } from "@/lib/insights/insights-view";
import { totalOf } from "@/lib/insights/total-of";
import { todayIn } from "@/lib/kernel/calendar";
import { requireSeller } from "@/lib/platform/session";

/** The figures of a period, grouped as the address says, and as a whole; days end with the reader's today. */
export async function loadInsights(raw: Record<string, string | string[] | undefined>) {
  const { seller } = await requireSeller("insights:read");
  const view = readInsightsView(raw, todayIn(new Date(), await getTimeZone()));
  const [byChannel, grouped, channels] = await withSeller(db, seller.id, (tx) =>
    Promise.all([
      // No return stands in two channels, so that these rows add up.
      listInsights(tx, seller.id, "channel", view),
      view.by === "channel" ? null : listInsights(tx, seller.id, view.by, view),
      listChannelNames(tx, seller.id),
    ]),
  );
  return { view, rows: grouped ?? byChannel, total: totalOf(byChannel), channels };
}
