import { db } from "@/db";
import { listHandoverChannels } from "@/db/queries/handover-channels";
import { withSeller } from "@/db/tenant";
import { exportResponse, guardExport } from "@/lib/export";
import { HANDOVER_SORTS } from "@/lib/policy/handover-order";
import { answering, refusedResponse } from "@/lib/refused-response";
import { handoversCsv } from "@/lib/returns/handovers-csv";

/** The open hand-overs of one channel as a file, all of them. */
export const GET = (request: Request): Promise<Response> =>
  answering("handovers.csv", async () => {
    const guarded = await guardExport("returns:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const asked = new URL(request.url).searchParams;
    const channels = await withSeller(db, sellerId, (tx) =>
      listHandoverChannels(tx, sellerId, { oldBefore: new Date(0) }),
    );
    const channel = channels.find(({ code }) => code === asked.get("channel"));
    if (!channel) return refusedResponse({ code: "not_found" });
    const sort = HANDOVER_SORTS.find((known) => known === asked.get("sort")) ?? "newest";
    return exportResponse(handoversCsv(db, { sellerId, channelId: channel.id, sort }), {
      session: guarded.value,
      what: "handovers",
      filter: new URL(request.url).search,
      fileName: "hand-over.csv",
    });
  });
