import type { BookAddress } from "@/db/queries/address-book";
import { type TypedAddress, typedFrom } from "@/lib/address-schema";

/** An address as it is typed. */
export type AddressDraft = { label: string; hours: string; address: TypedAddress };

const PARTS = ["recipient", "line1", "line2", "city", "region", "postalCode", "country", "phone"] as const;

export const draftOf = (saved: BookAddress | null): AddressDraft => ({
  label: saved?.label ?? "",
  hours: saved?.hours ?? "",
  address: saved
    ? typedFrom(saved)
    : { recipient: "", line1: "", line2: "", city: "", region: "", postalCode: "", country: "US", phone: "" },
});

export const isSameDraft = (a: AddressDraft, b: AddressDraft): boolean =>
  a.label === b.label && a.hours === b.hours && PARTS.every((name) => a.address[name] === b.address[name]);
