import type { AuthorizeForm } from "@/lib/returns/authorize-form";

/** The part of both authorize dialogs that says where parcels go. */
export type AddressValues = Pick<AuthorizeForm, "addressId" | "newAddress">;
