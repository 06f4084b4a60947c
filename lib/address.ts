import { z } from "zod";

const line = z.string().trim().max(120);
const optionalLine = line
  .transform((value) => (value === "" ? null : value))
  .nullish()
  .transform((value) => value ?? null);

/** Where a parcel goes; the country is its ISO 3166 code. */
export const addressSchema = z.object({
  recipient: line.min(1),
  line1: line.min(1),
  line2: optionalLine,
  city: line.min(1),
  region: optionalLine,
  postalCode: line.min(1).max(20),
  country: z.string().regex(/^[A-Z]{2}$/),
  phone: optionalLine,
});
export type Address = z.infer<typeof addressSchema>;
