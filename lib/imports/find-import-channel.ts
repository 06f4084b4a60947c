import type { Db } from "@/db/client";
import { type ChannelRules, listChannelRules } from "@/db/queries/channel-rules";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "../result";

/** The channel that files are imported into. */
export async function findImportChannel(
  db: Db,
  sellerId: string,
  channelId: string,
): Promise<Result<ChannelRules, { code: "unknown_channel" }>> {
  const [channel] = await withSeller(db, sellerId, (tx) => listChannelRules(tx, sellerId, [channelId]));
  return channel ? ok(channel) : refuse({ code: "unknown_channel" });
}
