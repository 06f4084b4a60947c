import type { Db, Tx } from "@/db/client";
import { findAddress, findSameAddress, insertAddress } from "@/db/queries/addresses";
import { withSeller } from "@/db/tenant";
import type { Address } from "../address";
import { newId } from "../ids";

/** A saved address, the channel's default, or a new one that is then saved (S1-15). */
export type AddressChoice = { kind: "default" } | { kind: "saved"; id: string } | { kind: "new"; address: Address };

const saved = async (tx: Tx, sellerId: string, address: Address): Promise<Address> => {
  if (!(await findSameAddress(tx, sellerId, address))) await insertAddress(tx, sellerId, newId(), address);
  return address;
};

/**
 * The address a choice stands for. A new one is saved by that, once however often it is sent. Null: the channel's
 * default is meant. `no_such_address`: the saved one is gone, or never was this seller's.
 */
export async function saveAddress(
  db: Db,
  sellerId: string,
  choice: AddressChoice,
): Promise<Address | null | "no_such_address"> {
  if (choice.kind === "default") return null;
  return withSeller(db, sellerId, async (tx) =>
    choice.kind === "new"
      ? saved(tx, sellerId, choice.address)
      : ((await findAddress(tx, sellerId, choice.id)) ?? "no_such_address"),
  );
}
