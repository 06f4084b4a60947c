import type { Tx } from "@/db/client";
import { todayIn } from "@/lib/kernel/calendar";
import { newId } from "@/lib/kernel/ids";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Acting } from "@/lib/platform/ctx";
import { changesBetween } from "@/lib/policy/events/changes";
import { defaultPolicy as freeReturn } from "@/lib/policy/judging/programmes/free-return";
import { defaultPolicy as sellerFulfilled } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { breachesOf, raiseToFloor } from "@/lib/policy/terms/rows";
import { listAddresses } from "./addresses";
import type { NewChannel } from "./channel-facts-input";
import { insertChannel, insertOperation, insertTerms } from "./channel-settings";
import { findFloor } from "./floors";
import { MARKETPLACE_KINDS } from "./marketplace-kinds";
import { portalOf } from "./portals";
import { toldFacts } from "./told-channel";

const POLICY_OF = { seller_fulfilled: sellerFulfilled, free_return: freeReturn } as const;

type New = Omit<NewChannel, "country"> & { country: string; code: string };
/** Makes a channel with version 1 of the terms, at least what its marketplace asks for, and of the operation of its programme. */
export async function insertNewChannel(tx: Tx, channel: New, { sellerId, actor, now }: Acting): Promise<string> {
  const id = newId();
  const { terms: usual, operation } = POLICY_OF[channel.programme];
  const terms = raiseToFloor(usual, breachesOf(usual, (await findFloor(tx, channel))?.floor ?? null));
  const first = { channelId: id, version: 1, createdBy: actor.id, createdAt: now };
  const effectiveFrom = todayIn(now, channel.timeZone);
  const { mode } = MARKETPLACE_KINDS[channel.marketplace];
  await insertChannel(tx, { sellerId, id, mode, ...channel });
  await portalOf(tx, sellerId, { id, code: channel.code, mode });
  await insertTerms(tx, { sellerId, id: newId(), ...first, effectiveFrom, terms });
  await insertOperation(tx, sellerId, { id: newId(), ...first, operation });
  const told = { ...toldFacts(channel, null, await listAddresses(tx, sellerId)), marketplace: channel.marketplace };
  const subject = { id, name: channel.name };
  const data = { isNew: true, changes: changesBetween(null, told) };
  await addSellerEvent(tx, { sellerId, kind: "channel_created", actor, now, subject, data });
  return id;
}
