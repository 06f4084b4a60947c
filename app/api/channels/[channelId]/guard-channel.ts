import { db } from "@/db";
import { findChannelSettings } from "@/db/queries/channel-settings";
import { withSeller } from "@/db/tenant";
import { guardRead } from "@/lib/guard";
import { isId } from "@/lib/ids";
import { ok, refuse } from "@/lib/result";

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
