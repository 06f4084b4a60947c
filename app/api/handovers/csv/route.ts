import { db } from "@/db";
import { listHandoverChannels } from "@/db/queries/handover-channels";
import { withSeller } from "@/db/tenant";
import { csvResponse } from "@/lib/csv-response";
import { guardRead } from "@/lib/guard";
import { HANDOVER_SORTS } from "@/lib/policy/handover-order";
import { answering, refusedResponse } from "@/lib/refused-response";
import { handoversCsv } from "@/lib/returns/handovers-csv";

/** The open hand-overs of one channel as a file, all of them. */
export const GET = (request: Request): Promise<Response> =>
  answering("handovers.csv", async () => {
    const guarded = await guardRead("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const asked = new URL(request.url).searchParams;
    const channels = await withSeller(db, sellerId, (tx) =>
      listHandoverChannels(tx, sellerId, { oldBefore: new Date(0) }),
    );
    const channel = channels.find(({ code }) => code === asked.get("channel"));
    if (!channel) return refusedResponse({ code: "not_found" });
    const sort = HANDOVER_SORTS.find((known) => known === asked.get("sort")) ?? "newest";
    return csvResponse(handoversCsv(db, { sellerId, channelId: channel.id, sort }), "hand-over.csv");
  });
