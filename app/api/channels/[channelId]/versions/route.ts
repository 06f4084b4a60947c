import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { findChannelSettings } from "@/lib/channels/channel-settings";
import { idSchema } from "@/lib/kernel/schemas";
import { route } from "@/lib/platform/route";
import { csv, NOT_FOUND } from "@/lib/platform/route-answer";
import { versionsCsv } from "@/lib/terms/versions-csv";

/** Every version of a channel's terms and of how it works, as a file. */
export const GET = route({
  name: "channels.versions",
  needs: "settings:read",
  params: z.object({ channelId: idSchema }),
  run: async ({ db, sellerId }, { params: { channelId } }) => {
    const channel = await withSeller(db, sellerId, (tx) => findChannelSettings(tx, sellerId, channelId));
    return channel ? csv(versionsCsv({ db, sellerId }, { channelId }), `versions-${channel.code}.csv`) : NOT_FOUND;
  },
});
