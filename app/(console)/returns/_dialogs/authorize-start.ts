import { type AuthorizeForm, NO_ADDRESS } from "@/lib/returns/authorize-form";
import type { LoadedOptions } from "./load-options";

/** What the dialog begins with: all as policy and channel say, so that it can be sent as it is. */
export const authorizeStart = (returnId: string, options?: LoadedOptions): AuthorizeForm => ({
  returnId,
  mustOverride: false,
  overrideNote: "",
  rmaChoice: options?.asksOwnRma && options.channel.programme !== "free_return" ? "own" : "generated",
  rma: "",
  addressId: addressOf(options),
  newAddress: { ...NO_ADDRESS, country: options?.channel.country ?? "" },
  label: "policy",
  labelFileId: null,
  labelCurrency: options?.currency ?? "USD",
  labelCost: "",
  labelCarrier: "",
  labelTracking: "",
  instructions: options?.instructions ?? "",
  rest: null,
});

function addressOf(options?: LoadedOptions): string {
  if (!options || options.channel.programme === "free_return") return "default";
  return options.ruledAddress?.id ?? options.channel.defaultAddressId ?? options.addresses[0]?.id ?? "new";
}
