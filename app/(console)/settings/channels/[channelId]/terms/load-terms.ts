import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { findChannelSettings } from "@/lib/channels/channel-settings";
import { findFloor } from "@/lib/channels/floors";
import { todayIn } from "@/lib/kernel/calendar";
import { reasonName } from "@/lib/policy/judging/fault";
import { listReasons } from "@/lib/reasons/reasons";
import { findChannelTerms, listRunningVersions } from "@/lib/terms/terms-rows";

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
