import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { listHandoverChannels } from "@/lib/handovers/handover-channels";
import { handoversCsv } from "@/lib/handovers/handovers-csv";
import { exportResponse, guardExport } from "@/lib/platform/export";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { HANDOVER_SORTS } from "@/lib/policy/machines/return/handover-order";

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
