import { z } from "zod";
import { withSeller } from "@/db/tenant";
import { listHandoverChannels } from "@/lib/handovers/handover-channels";
import { HANDOVER_LIST } from "@/lib/handovers/handovers";
import { HANDOVER_SORTS, HANDOVERS, SORT_OF } from "@/lib/handovers/shared/handover-list";
import { route } from "@/lib/platform/route";
import { csv, NOT_FOUND } from "@/lib/platform/route-answer";

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
    const ctx = { db, sellerId, channelId: channel.id, without: [] };
    const rows = HANDOVER_LIST.csv(ctx, { filter: HANDOVERS.emptyFilter, sort: SORT_OF[query.sort] });
    return csv(rows, "hand-over.csv", `?${new URLSearchParams(query)}`);
  },
});
