import { withSeller } from "@/db/tenant";
import { findChannelSettings } from "@/lib/channels/channel-settings";
import { route } from "@/lib/platform/route";
import { json, NOT_FOUND } from "@/lib/platform/route-answer";

/** For another system: whether its key counts, and for which channel. */
export const GET = route({
  name: "channel",
  needs: { key: "channel" },
  run: async ({ db, sellerId, channelId }) => {
    const channel = await withSeller(db, sellerId, (tx) => findChannelSettings(tx, sellerId, channelId));
    return channel ? json({ name: channel.name, timeZone: channel.timeZone }) : NOT_FOUND;
  },
});
