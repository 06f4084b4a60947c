import type { Tx } from "@/db/client";
import { insertChannel, insertOperation, insertTerms } from "@/db/queries/channel-settings";
import { findFloor } from "@/db/queries/floors";
import { newId } from "../ids";
import { todayIn } from "../policy/calendar";
import { breachesOf } from "../policy/floor";
import { defaultPolicy as freeReturn } from "../policy/programmes/free-return";
import { defaultPolicy as sellerFulfilled } from "../policy/programmes/seller-fulfilled";
import { raiseToFloor } from "../policy/raise-to-floor";
import { MARKETPLACE_KINDS, type NewChannel } from "./new-channel-form";

const POLICY_OF = { seller_fulfilled: sellerFulfilled, free_return: freeReturn } as const;

type New = Omit<NewChannel, "country"> & { country: string; code: string };
type By = { sellerId: string; userId: string; now: Date };

/** Makes a channel with version 1 of the terms, at least what its marketplace asks for, and of the operation of its programme. */
export async function insertNewChannel(tx: Tx, channel: New, { sellerId, userId, now }: By): Promise<string> {
  const id = newId();
  const { terms: usual, operation } = POLICY_OF[channel.programme];
  const terms = raiseToFloor(usual, breachesOf(usual, (await findFloor(tx, channel))?.floor ?? null));
  const first = { channelId: id, version: 1, createdBy: userId, createdAt: now };
  const effectiveFrom = todayIn(now, channel.timeZone);
  await insertChannel(tx, { sellerId, id, mode: MARKETPLACE_KINDS[channel.marketplace].mode, ...channel });
  await insertTerms(tx, { sellerId, id: newId(), ...first, effectiveFrom, terms });
  await insertOperation(tx, sellerId, { id: newId(), ...first, operation });
  return id;
}
