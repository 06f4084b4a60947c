import { db } from "@/db";
import { withSeller } from "@/db/tenant";
import { findChannelSettings } from "@/lib/channels/channel-settings";
import { isId } from "@/lib/kernel/ids";
import { ok, refuse } from "@/lib/kernel/result";
import { guardRead } from "@/lib/platform/guard";

/** The channel of an address, for whoever may read its settings; another seller's is `not_found`. */
export async function guardChannel(params: Promise<{ channelId: string }>) {
  const guarded = await guardRead("settings:read");
  if (!guarded.ok) return guarded;
  const sellerId = guarded.value.seller.id;
  const { channelId } = await params;
  const channel = isId(channelId)
    ? await withSeller(db, sellerId, (tx) => findChannelSettings(tx, sellerId, channelId))
    : null;
  return channel ? ok({ sellerId, channel }) : refuse({ code: "not_found" });
}
