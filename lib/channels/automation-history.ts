import { withSeller } from "@/db/tenant";
import { todayIn } from "@/lib/kernel/calendar";
import { addDays } from "@/lib/kernel/dates";
import type { Ctx } from "@/lib/platform/ctx";
import type { RequestGroup } from "@/lib/policy/judging/automation-history";
import { listRequestGroups } from "./automation-past";
import { findChannelSettings } from "./channel-settings";

const DAYS = 30;
/** A month of more than that is answered by its newest requests, and says so. */
const LOOKED_AT_MOST = 20_000;

export type AutomationHistory = { groups: RequestGroup[]; isCut: boolean };

/** The requests of a channel's last thirty days, grouped by what automation looks at; null when it is not the seller's. */
export const readAutomationHistory = (
  { db, sellerId, now }: Ctx,
  { channelId }: { channelId: string },
): Promise<AutomationHistory | null> =>
  withSeller(db, sellerId, async (tx) => {
    const channel = await findChannelSettings(tx, sellerId, channelId);
    if (!channel) return null;
    const since = addDays(todayIn(now, channel.timeZone), -DAYS);
    const groups = await listRequestGroups(tx, sellerId, { channelId, since, limit: LOOKED_AT_MOST });
    const total = groups.reduce((sum, { count }) => sum + count, 0);
    return { groups: [...groups], isCut: total === LOOKED_AT_MOST };
  });
