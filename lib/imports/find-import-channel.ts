import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { type ChannelRules, listChannelRules } from "@/lib/channels/channel-rules";
import { ok, type Result, refuse } from "@/lib/kernel/result";

/** The channel that files are imported into. */
export async function findImportChannel(
  db: Db,
  sellerId: string,
  channelId: string,
): Promise<Result<ChannelRules, { code: "unknown_channel" }>> {
  const [channel] = await withSeller(db, sellerId, (tx) => listChannelRules(tx, sellerId, [channelId]));
  return channel ? ok(channel) : refuse({ code: "unknown_channel" });
}
