import { z } from "zod";
import { typedAddressSchema } from "@/lib/kernel/address-schema";
import { idSchema } from "@/lib/kernel/schemas";

const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .transform((typed) => typed || null);

/** One saved return address, as its page sends it. */
export const saveAddressSchema = z.strictObject({
  /** Made by the page for a new one: however often it is sent, it is one address. */
  id: idSchema,
  /** What was open, as `seenAddress` writes it; null: a new one. */
  seen: z.string().nullable(),
  /** What the team calls it. */
  label: text(80),
  /** When parcels are taken there. */
  hours: text(200),
  address: typedAddressSchema,
});
export type AddressForm = z.output<typeof saveAddressSchema>;

export const retireAddressSchema = z.strictObject({ id: idSchema, isRetired: z.boolean() });

/** Which address each channel takes by default, with what was open (S1-14). */
export const defaultAddressesSchema = z.strictObject({
  defaults: z
    .array(z.strictObject({ channelId: idSchema, addressId: idSchema, seen: idSchema.nullable() }))
    .min(1)
    .max(500),
});
export type DefaultAddresses = z.output<typeof defaultAddressesSchema>;
