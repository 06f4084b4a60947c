import { db } from "@/db";
import { findChannelSettings } from "@/db/queries/channel-settings";
import { withSeller } from "@/db/tenant";
import { csvResponse } from "@/lib/csv-response";
import { guardRead } from "@/lib/guard";
import { isId } from "@/lib/ids";
import { versionsCsv } from "@/lib/policies/versions-csv";
import { answering, refusedResponse } from "@/lib/refused-response";

type Context = { params: Promise<{ channelId: string }> };

/** Every version of a channel's terms and of how it works, as a file. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("channels.versions", async () => {
    const guarded = await guardRead("settings:read");
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const sellerId = guarded.value.seller.id;
    const { channelId } = await params;
    const channel = isId(channelId)
      ? await withSeller(db, sellerId, (tx) => findChannelSettings(tx, sellerId, channelId))
      : null;
    if (!channel) return refusedResponse({ code: "not_found" });
    return csvResponse(versionsCsv(db, sellerId, channel.id), `versions-${channel.code}.csv`);
  });
