import { db } from "@/db";
import { findChannelSettings } from "@/db/queries/channel-settings";
import { findFloor } from "@/db/queries/floors";
import { listReasons } from "@/db/queries/reasons";
import { findChannelTerms, listRunningVersions } from "@/db/queries/terms";
import { withSeller } from "@/db/tenant";
import { todayIn } from "@/lib/policy/calendar";
import { reasonName } from "@/lib/policy/fault";

/** All that the page of a channel's terms shows; null when the channel is not the seller's. */
export async function loadTerms(sellerId: string, channelId: string, now: Date) {
  return withSeller(db, sellerId, async (tx) => {
    const written = await findChannelSettings(tx, sellerId, channelId);
    const channel = await findChannelTerms(tx, sellerId, channelId);
    if (!channel || !written) return null;
    const today = todayIn(now, channel.timeZone);
    const versions = await listRunningVersions(tx, sellerId, channelId, today);
    const found = await findFloor(tx, channel);
    const own = await listReasons(tx, sellerId, "return");
    const ownReasons = own.map(({ code }) => reasonName(code));
    return { channel, written, versions, floor: found, ownReasons, today };
  });
}
