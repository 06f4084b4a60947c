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
  /** Empty where the country has none. */
  postalCode: line.max(20),
  country: z.string().regex(/^[A-Z]{2}$/),
  phone: optionalLine,
});
export type Address = z.infer<typeof addressSchema>;

/** The lines of an address, empty ones left out; the order is the international one, country code last. */
export function addressLines(address: Address): string[] {
  const { recipient, line1, line2, city, region, postalCode, country, phone } = address;
  return [recipient, line1, line2, [city, region, postalCode].filter(Boolean).join(", "), country, phone].filter(
    (line): line is string => Boolean(line),
  );
}
