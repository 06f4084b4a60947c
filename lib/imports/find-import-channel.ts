import type { Db } from "@/db/client";
import { type ChannelRules, listChannelRules } from "@/db/queries/channel-rules";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "../result";

/** The channel, as far as reports can be imported into it: a managed one has none. */
export async function findImportChannel(
  db: Db,
  sellerId: string,
  channelId: string,
): Promise<Result<ChannelRules, { code: "unknown_channel" } | { code: "managed_channel" }>> {
  const [channel] = await withSeller(db, sellerId, (tx) => listChannelRules(tx, sellerId, [channelId]));
  if (!channel) return refuse({ code: "unknown_channel" });
  return channel.mode === "mirrored" ? ok(channel) : refuse({ code: "managed_channel" });
}
