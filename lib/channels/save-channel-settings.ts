import { isDeepStrictEqual } from "node:util";
import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Ctx } from "@/lib/platform/ctx";
import { changesBetween } from "@/lib/policy/events/changes";
import { defaultPolicy as freeReturn } from "@/lib/policy/judging/programmes/free-return";
import type { Operation } from "@/lib/policy/terms/terms";
import { listAddresses } from "./addresses";
import { changeOperation } from "./change-operation";
import type { ChannelFactsForm } from "./channel-facts-input";
import * as queries from "./channel-settings";
import type { ChannelSettings, ChannelWork } from "./channel-settings-input";
import { changeChannelFacts, factsOf } from "./save-channel-facts";
import { toldFacts } from "./told-channel";

export type SavedSettings = {
  version: number;
  facts: ChannelFactsForm;
  replyTo: string | null;
  operation: ChannelWork;
};

export type ChannelRefusal = { code: "changed_since"; name: string | null; at: Date | null; current: SavedSettings };

const workOf = ({ automation: _, ...work }: Operation): ChannelWork => work;

export const settingsOf = (channel: queries.FoundChannel): SavedSettings => ({
  version: channel.written.version,
  facts: factsOf(channel),
  replyTo: channel.replyTo,
  operation: workOf(channel.written.operation),
});

/**
 * Saves what a channel is, how it works and where its buyers answer to; what did not change is not written. Refuses
 * `changed_since` with who was faster and what stands now, `channel_has_orders`, and addresses that are not the seller's.
 */
export const saveChannelSettings = (
  ctx: Ctx,
  { channelId, seen, facts, replyTo, operation }: ChannelSettings,
): Promise<Result<SavedSettings>> =>
  withSeller(ctx.db, ctx.sellerId, async (tx): Promise<Result<SavedSettings>> => {
    const { sellerId, actor, now } = ctx;
    await queries.lockChannel(tx, sellerId, channelId);
    const channel = await queries.findChannelSettings(tx, sellerId, channelId);
    if (!channel) return refuse({ code: "not_found" });
    const current = settingsOf(channel);
    const { version, createdByName, createdAt } = channel.written;
    if (version !== seen.version) return refuse({ code: "changed_since", name: createdByName, at: createdAt, current });
    // What stands beside the versions does not keep who wrote it.
    if (current.replyTo !== seen.replyTo || !isDeepStrictEqual(current.facts, seen.facts))
      return refuse({ code: "changed_since", name: null, at: null, current });
    const own = await listAddresses(tx, sellerId);
    const foreign = foreignAddresses(own, { facts, operation }, current);
    if (Object.keys(foreign).length > 0) return refuse({ code: "invalid", fields: foreign });

    const changed = await changeChannelFacts(tx, sellerId, channel, facts);
    if (!changed.ok) return changed;
    if (replyTo !== current.replyTo) await queries.updateReplyTo(tx, sellerId, channelId, replyTo);
    if (replyTo !== current.replyTo || !isDeepStrictEqual(facts, current.facts))
      await addSellerEvent(tx, {
        sellerId,
        actor,
        now,
        kind: "channel_changed",
        subject: { id: channelId, name: facts.name },
        data: {
          changes: changesBetween(toldFacts(current.facts, current.replyTo, own), toldFacts(facts, replyTo, own)),
        },
      });
    const isNewlyFree = facts.programme === "free_return" && current.facts.programme !== "free_return";
    const written = await changeOperation(tx, ctx, { channelId, seenVersion: version }, ({ automation }) => ({
      ...(isNewlyFree ? withCountries(operation) : operation),
      automation,
    }));
    if (!written.ok) return written;
    return ok({ version: written.value.version, facts, replyTo, operation: workOf(written.value.operation) });
  });

/** A channel that joins the free-return programme begins with the countries the programme reaches (S0-05). */
const withCountries = (work: ChannelWork): ChannelWork =>
  work.freeReturnCountries.length > 0
    ? work
    : { ...work, freeReturnCountries: freeReturn.operation.freeReturnCountries };

type Sent = Pick<ChannelSettings, "facts" | "operation">;
const addressIdsOf = ({ facts, operation }: Sent) => [
  facts.defaultAddressId,
  ...operation.addressRules.map(({ addressId }) => addressId),
];

/** The fields that name an address which is not the seller's to choose; one that stands there already may stay. */
function foreignAddresses(own: readonly { id: string }[], sent: Sent, current: Sent): Record<string, string[]> {
  const known = new Set<string | null>([null, ...own.map(({ id }) => id), ...addressIdsOf(current)]);
  const fields: Record<string, string[]> = {};
  if (!known.has(sent.facts.defaultAddressId)) fields["facts.defaultAddressId"] = ["invalid"];
  for (const [place, { addressId }] of sent.operation.addressRules.entries())
    if (!known.has(addressId)) fields[`operation.addressRules.${place}.addressId`] = ["invalid"];
  return fields;
}
