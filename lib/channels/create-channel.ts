import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import type { Ctx } from "@/lib/platform/ctx";
import { listAddresses } from "./addresses";
import type { NewChannel } from "./channel-facts-input";
import { listChannelCodes, lockSeller } from "./channel-settings";
import { insertNewChannel } from "./insert-new-channel";
import { codeOf } from "./marketplace-kinds";

/**
 * Makes another channel with the first version of its programme's terms and operation. Its code is made of marketplace
 * and country, with a number where there is such a channel already; of two at once each gets its own.
 */
export const createChannel = (ctx: Ctx, channel: NewChannel): Promise<Result<{ id: string }>> =>
  withSeller(ctx.db, ctx.sellerId, async (tx): Promise<Result<{ id: string }>> => {
    const { sellerId } = ctx;
    await lockSeller(tx, sellerId);
    const { marketplace, country, defaultAddressId } = channel;
    const own = defaultAddressId === null ? [] : await listAddresses(tx, sellerId);
    if (defaultAddressId !== null && !own.some(({ id }) => id === defaultAddressId))
      return refuse({ code: "invalid", fields: { defaultAddressId: ["invalid"] } });
    const code = freeCode(codeOf(marketplace, country), await listChannelCodes(tx, sellerId));
    return ok({ id: await insertNewChannel(tx, { ...channel, code }, ctx) });
  });

function freeCode(code: string, taken: readonly string[]): string {
  for (let next = 2, free = code; ; next++) {
    if (!taken.includes(free)) return free;
    free = `${code}-${next}`;
  }
}
