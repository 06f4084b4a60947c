import { z } from "zod";
import { isCountry, LINE_AT_MOST, POSTAL_CODE_AT_MOST } from "./address-limits";

const line = z.string().trim().max(LINE_AT_MOST);
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
  /** Empty where the country has none. */
  postalCode: line.max(POSTAL_CODE_AT_MOST),
  country: z.string().refine(isCountry),
  phone: optionalLine,
});
export type Address = z.infer<typeof addressSchema>;
