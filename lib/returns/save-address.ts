import type { Tx } from "@/db/client";
import { findAddress, findSameAddress, insertAddress } from "@/lib/channels/addresses";
import { addressName, toldAddress } from "@/lib/channels/told-channel";
import type { Address } from "@/lib/kernel/address";
import { addressOf } from "@/lib/kernel/address-schema";
import { newId } from "@/lib/kernel/ids";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { addSellerEvent } from "@/lib/platform/audit/add-seller-event";
import type { Actor } from "@/lib/policy/actor";
import { changesBetween } from "@/lib/policy/events/changes";
import type { AuthorizeForm } from "./authorize-form";

type Choice = Pick<AuthorizeForm, "addressId" | "newAddress">;

export type AddressGone = { code: "no_such_address" };

/**
 * The address a choice stands for; null means each channel's default. Refuses `no_such_address` where the saved one is
 * gone, or never was this seller's.
 */
export async function findChosenAddress(
  tx: Tx,
  sellerId: string,
  { addressId, newAddress }: Choice,
): Promise<Result<Address | null, AddressGone>> {
  if (addressId === "default") return ok(null);
  if (addressId === "new") return ok(addressOf(newAddress));
  const address = await findAddress(tx, sellerId, addressId);
  return address ? ok(address) : refuse({ code: "no_such_address" });
}

type Who = { sellerId: string; actor: Actor; now: Date };

/** S1-15: a new address is saved by being used, once however often it is sent, and told in the shop's audit. */
export async function saveIfNew(
  tx: Tx,
  { sellerId, actor, now }: Who,
  { addressId, newAddress }: Choice,
): Promise<void> {
  if (addressId !== "new") return;
  const address = addressOf(newAddress);
  if (await findSameAddress(tx, sellerId, address)) return;
  const id = newId();
  await insertAddress(tx, sellerId, id, address);
  if (actor.id === null) return;
  const entry = { ...address, label: null, hours: null };
  const subject = { id, name: addressName(entry) };
  const data = { isNew: true, changes: changesBetween(null, toldAddress(entry)) };
  await addSellerEvent(tx, { sellerId, kind: "address_saved", actor, now, subject, data });
}
