import "server-only";
import { getTimeZone } from "next-intl/server";
import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { listComparedInsights } from "@/lib/insights/compared";
import { listChannelNames } from "@/lib/insights/insights";
import { readInsightsView } from "@/lib/insights/insights-view";
import { todayIn } from "@/lib/kernel/calendar";
import { requireSeller } from "@/lib/platform/session";

/** The figures of a period, grouped as the address says, and as a whole; days end with the reader's today. */
export async function loadInsights(raw: Record<string, string | string[] | undefined>) {
  const { seller } = await requireSeller("insights:read");
  const view = readInsightsView(raw, todayIn(new Date(), await getTimeZone()));
  const { channels, rows, whole } = await withSeller(db, seller.id, async (tx) => {
    const channels = await listChannelNames(tx, seller.id);
    const knownChannels = channels.filter(({ hasOrders }) => hasOrders).map(({ id }) => id);
    return { channels, ...(await listComparedInsights(tx, seller.id, view.by, { ...view, knownChannels })) };
  });
  return { view, rows, whole, channels };
}
