import { isDeepStrictEqual } from "node:util";
import type { Tx } from "@/db/client";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { ChannelFactsForm } from "./channel-facts-input";
import { type FoundChannel, hasOrders, updateChannelFacts } from "./channel-settings";
import { queueRejudge } from "./queue-rejudge";

export type ChannelFactsRefusal = { code: "channel_has_orders" };

/** What a channel is now, in the shape of its form. */
export const factsOf = (channel: FoundChannel): ChannelFactsForm => {
  const { name, programme, plan, hasPrepaid, country, currency, timeZone, defaultAddressId } = channel;
  return {
    name,
    programme,
    plan,
    hasPrepaid,
    country: country as ChannelFactsForm["country"],
    currency,
    timeZone,
    defaultAddressId,
  };
};

/**
 * Changes what a locked channel is, and has undecided returns judged again (P-26). Refuses `channel_has_orders` for
 * another programme or currency once there is an order: its amounts and terms would mean something else.
 */
export async function changeChannelFacts(
  tx: Tx,
  sellerId: string,
  channel: FoundChannel,
  facts: ChannelFactsForm,
): Promise<Result<null, ChannelFactsRefusal>> {
  const before = factsOf(channel);
  if (isDeepStrictEqual(before, facts)) return ok(null);
  const isOther = before.programme !== facts.programme || before.currency !== facts.currency;
  if (isOther && (await hasOrders(tx, sellerId, channel.id))) return refuse({ code: "channel_has_orders" });
  await updateChannelFacts(tx, sellerId, channel.id, facts);
  if (!isDeepStrictEqual({ ...before, name: facts.name }, facts)) await queueRejudge(tx, sellerId, channel.id);
  return ok(null);
}
