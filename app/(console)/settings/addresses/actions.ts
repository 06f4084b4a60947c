"use server";

import { addressFormSchema, defaultAddressesSchema, retireAddressSchema } from "@/lib/channels/address-form";
import * as keep from "@/lib/channels/keep-addresses";
import { action } from "@/lib/platform/action";

const ADDRESSES = () => ["addresses", "channels"] as const;

export const saveAddress = action({
  name: "addresses.save",
  needs: "addresses:write",
  input: addressFormSchema,
  run: ({ db, session, now }, form) =>
    keep.saveAddress(db, { sellerId: session.seller.id, userId: session.user.id, now }, form),
  touches: ADDRESSES,
});

export const retireAddress = action({
  name: "addresses.retire",
  needs: "addresses:write",
  input: retireAddressSchema,
  run: ({ db, session, now }, form) =>
    keep.retireAddress(db, { sellerId: session.seller.id, userId: session.user.id, now }, form),
  touches: ADDRESSES,
});

/** S1-14. */
export const setDefaultAddresses = action({
  name: "addresses.setDefaults",
  needs: "settings:write",
  input: defaultAddressesSchema,
  run: ({ db, session, now }, { defaults }) =>
    keep.setDefaultAddresses(db, { sellerId: session.seller.id, userId: session.user.id, now }, defaults),
  touches: ADDRESSES,
});
