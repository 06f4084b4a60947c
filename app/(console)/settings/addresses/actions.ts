"use server";

import { defaultAddressesSchema, retireAddressSchema, saveAddressSchema } from "@/lib/channels/address-input";
import * as keep from "@/lib/channels/keep-addresses";
import { action } from "@/lib/platform/action";

const ADDRESSES = () => ["addresses", "channels"] as const;

export const saveAddress = action({
  name: "addresses.save",
  needs: "addresses:write",
  input: saveAddressSchema,
  run: keep.saveAddress,
  touches: ADDRESSES,
});

export const retireAddress = action({
  name: "addresses.retire",
  needs: "addresses:write",
  input: retireAddressSchema,
  run: keep.retireAddress,
  touches: ADDRESSES,
});

/** S1-14. */
export const setDefaultAddresses = action({
  name: "addresses.setDefaults",
  needs: "settings:write",
  input: defaultAddressesSchema,
  run: (ctx, { defaults }) => keep.setDefaultAddresses(ctx, { defaults }),
  touches: ADDRESSES,
});
