import { withSeller } from "@/db/tenant";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Ctx } from "@/lib/platform/ctx";
import { changesBetween } from "@/lib/policy/events/changes";
import * as book from "./address-book";
import { type AddressUse, usesOf } from "./address-book";
import type { AddressForm, DefaultAddresses } from "./address-input";
import { lockChannel } from "./channel-settings";
import { queueRejudge } from "./queue-rejudge";
import { seenAddress } from "./seen-address";
import { addressName, toldAddress } from "./told-channel";

type NotFound = { code: "not_found" };
type ChangedSince = { code: "changed_since"; current: book.BookAddress };
type InUse = { code: "address_in_use"; uses: AddressUse[] };
type DefaultChanged = { code: "default_changed"; channel: string };
export type AddressRefusal = NotFound | ChangedSince | InUse | DefaultChanged;

/**
 * Adds a return address, or changes one for decisions to come: what was decided keeps its copy. Refuses `changed_since`
 * with what stands now when somebody else was faster.
 */
export function saveAddress(
  { db, sellerId, actor, now }: Ctx,
  { id, seen, address, label, hours }: AddressForm,
): Promise<Result<{ id: string }, NotFound | ChangedSince>> {
  return withSeller(db, sellerId, async (tx): Promise<Result<{ id: string }, NotFound | ChangedSince>> => {
    const entry = { ...address, label, hours };
    const tell = (before: book.BookAddress | null) =>
      addSellerEvent(tx, {
        sellerId,
        actor,
        now,
        kind: "address_saved",
        subject: { id, name: addressName(entry) },
        data: { isNew: !before, changes: changesBetween(before && toldAddress(before), toldAddress(entry)) },
      });
    if (seen === null && (await book.insertBookAddress(tx, sellerId, id, entry))) {
      await tell(null);
      return ok({ id });
    }
    const current = await book.lockAddress(tx, sellerId, id);
    if (!current) return refuse({ code: "not_found" });
    if (seenAddress(current) === seenAddress(entry)) return ok({ id });
    if (seenAddress(current) !== seen) return refuse({ code: "changed_since", current });
    await book.updateBookAddress(tx, sellerId, id, entry);
    await tell(current);
    if (current.country !== address.country)
      for (const { id: channelId, defaultAddressId } of await book.listChannelAddresses(tx, sellerId))
        if (defaultAddressId === id) await queueRejudge(tx, sellerId, channelId);
    return ok({ id });
  });
}

/** Takes an address out of every choice, or brings it back. Refuses `address_in_use` with where; done already is as good. */
export function retireAddress(
  { db, sellerId, actor, now }: Ctx,
  { id, isRetired }: { id: string; isRetired: boolean },
): Promise<Result<null, NotFound | InUse>> {
  return withSeller(db, sellerId, async (tx) => {
    const current = await book.lockAddress(tx, sellerId, id);
    if (!current) return refuse({ code: "not_found" });
    if ((current.retiredAt !== null) === isRetired) return ok(null);
    const uses = isRetired ? usesOf(id, await book.listChannelAddresses(tx, sellerId)) : [];
    if (uses.length > 0) return refuse({ code: "address_in_use", uses });
    await book.updateBookAddress(tx, sellerId, id, { retiredAt: isRetired ? now : null });
    await addSellerEvent(tx, {
      sellerId,
      kind: isRetired ? "address_retired" : "address_saved",
      actor,
      now,
      subject: { id, name: addressName(current) },
      data: { changes: isRetired ? [] : changesBetween({ isRetired: true }, { isRetired: false }) },
    });
    return ok(null);
  });
}

/**
 * Sets the default addresses of channels, all or none, and has their undecided returns judged again (S1-14, P-26).
 * Refuses `default_changed` with the channel that somebody else was faster at, and an address that is retired or not theirs.
 */
export function setDefaultAddresses(
  { db, sellerId, actor, now }: Ctx,
  { defaults }: DefaultAddresses,
): Promise<Result<null, NotFound | DefaultChanged>> {
  return withSeller(db, sellerId, async (tx): Promise<Result<null, NotFound | DefaultChanged>> => {
    const wanted = defaults.toSorted((a, b) => (a.channelId < b.channelId ? -1 : 1));
    for (const { channelId } of wanted)
      if (!(await lockChannel(tx, sellerId, channelId))) return refuse({ code: "not_found" });
    for (const addressId of [...new Set(wanted.map((one) => one.addressId))].sort()) {
      const address = await book.lockAddress(tx, sellerId, addressId);
      if (!address || address.retiredAt !== null) return refuse({ code: "not_found" });
    }
    const channels = new Map((await book.listChannelAddresses(tx, sellerId)).map((channel) => [channel.id, channel]));
    const changed = wanted.find(({ channelId, seen }) => channels.get(channelId)?.defaultAddressId !== seen);
    if (changed) return refuse({ code: "default_changed", channel: channels.get(changed.channelId)?.name ?? "" });
    const names = new Map((await book.listAddressBook(tx, sellerId)).map((one) => [one.id, addressName(one)]));
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    for (const { channelId, addressId, seen } of wanted) {
      if (addressId === seen) continue;
      await book.updateDefaultAddress(tx, sellerId, channelId, addressId);
      await addSellerEvent(tx, {
        sellerId,
        kind: "channel_changed",
        actor,
        now,
        subject: { kind: "channel", id: channelId },
        data: { changes: [{ field: "defaultAddress", from: nameOf(seen), to: nameOf(addressId) }] },
      });
      await queueRejudge(tx, sellerId, channelId);
    }
    return ok(null);
  });
}
