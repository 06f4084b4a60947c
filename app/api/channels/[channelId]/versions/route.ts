import { db } from "@/db";
import { csvResponse } from "@/lib/platform/csv-response";
import { answering, refusedResponse } from "@/lib/platform/refused-response";
import { versionsCsv } from "@/lib/terms/versions-csv";
import { guardChannel } from "../guard-channel";

type Context = { params: Promise<{ channelId: string }> };

/** Every version of a channel's terms and of how it works, as a file. */
export const GET = (_request: Request, { params }: Context): Promise<Response> =>
  answering("channels.versions", async () => {
    const guarded = await guardChannel(params);
    if (!guarded.ok) return refusedResponse(guarded.refusal);
    const { sellerId, channel } = guarded.value;
    return csvResponse(versionsCsv(db, sellerId, channel.id), `versions-${channel.code}.csv`);
  });
