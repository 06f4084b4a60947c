import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { listHandoverChannels } from "@/lib/handovers/handover-channels";
import { handoversCsv } from "@/lib/handovers/handovers-csv";
import { route } from "@/lib/platform/route";
import { csv, NOT_FOUND } from "@/lib/platform/route-answer";
import { HANDOVER_SORTS } from "@/lib/policy/machines/return/handover-order";

/** The open hand-overs of one channel as a file, all of them. */
export const GET = route({
  name: "handovers.csv",
  needs: "returns:read",
  exports: "handovers",
  query: z.object({ channel: z.string().catch(""), sort: z.enum(HANDOVER_SORTS).catch("newest") }),
  run: async ({ db, sellerId }, { query }) => {
    const channels = await withSeller(db, sellerId, (tx) =>
      listHandoverChannels(tx, sellerId, { oldBefore: new Date(0) }),
    );
    const channel = channels.find(({ code }) => code === query.channel);
    if (!channel) return NOT_FOUND;
    const rows = handoversCsv(db, { sellerId, channelId: channel.id, sort: query.sort });
    return csv(rows, "hand-over.csv", `?${new URLSearchParams(query)}`);
  },
});
