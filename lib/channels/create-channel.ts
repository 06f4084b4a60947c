import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { listAddresses } from "./addresses";
import { listChannelCodes, lockSeller } from "./channel-settings";
import { insertNewChannel } from "./insert-new-channel";
import { codeOf } from "./marketplace-kinds";
import type { NewChannel } from "./new-channel-form";

type Who = { sellerId: string; userId: string; now: Date };

/**
 * Makes another channel with the first version of its programme's terms and operation. Its code is made of marketplace
 * and country, with a number where there is such a channel already; of two at once each gets its own.
 */
export const createChannel = (db: Db, who: Who, channel: NewChannel): Promise<Result<{ id: string }>> =>
  withSeller(db, who.sellerId, async (tx): Promise<Result<{ id: string }>> => {
    const { sellerId } = who;
    await lockSeller(tx, sellerId);
    const { marketplace, country, defaultAddressId } = channel;
    const own = defaultAddressId === null ? [] : await listAddresses(tx, sellerId);
    if (defaultAddressId !== null && !own.some(({ id }) => id === defaultAddressId))
      return refuse({ code: "invalid", fields: { defaultAddressId: ["invalid"] } });
    const code = freeCode(codeOf(marketplace, country), await listChannelCodes(tx, sellerId));
    return ok({ id: await insertNewChannel(tx, { ...channel, code }, who) });
  });

function freeCode(code: string, taken: readonly string[]): string {
  for (let next = 2, free = code; ; next++) {
    if (!taken.includes(free)) return free;
    free = `${code}-${next}`;
  }
}
