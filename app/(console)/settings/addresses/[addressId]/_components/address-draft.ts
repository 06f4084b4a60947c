import type { BookAddress } from "@/lib/channels/address-book";
import { type TypedAddress, typedFrom } from "@/lib/kernel/address-fields";

/** An address as it is typed. */
export type AddressDraft = { label: string; hours: string; address: TypedAddress };

const PARTS = ["recipient", "line1", "line2", "city", "district", "region", "postalCode", "country", "phone"] as const;

const BLANK = {
  ...{ recipient: "", line1: "", line2: "", city: "", district: "" },
  ...{ region: "", postalCode: "", phone: "" },
};

export const draftOf = (saved: BookAddress | null): AddressDraft => ({
  label: saved?.label ?? "",
  hours: saved?.hours ?? "",
  address: saved ? typedFrom(saved) : { ...BLANK, country: "US" },
});

export const isSameDraft = (a: AddressDraft, b: AddressDraft): boolean =>
  a.label === b.label && a.hours === b.hours && PARTS.every((name) => a.address[name] === b.address[name]);
