import { z } from "zod";
import { type Address, addressSchema } from "./address";
import { fitted, type TypedAddress, withPlace } from "./address-fields";
import { DISTRICT_AT_MOST } from "./address-limits";
import { countryProblems } from "./address-problems";

/**
 * An address as somebody types it now. One that was saved before a rule came stays as it is. Where a country asks for the
 * district by itself, it is kept with its city: so labels and lists need not know of it.
 */
export const typedAddressSchema = addressSchema
  .extend({ district: z.string().trim().max(DISTRICT_AT_MOST).default("") })
  .strict()
  .check(({ value, issues }) => {
    const typed = { ...value, line2: value.line2 ?? "", region: value.region ?? "", phone: value.phone ?? "" };
    const known = issues.map(({ path }) => String(path?.[0]));
    for (const { part, code } of countryProblems(typed, known))
      issues.push({ code: "custom", path: [part], message: code, input: value[part] });
  })
  .transform(withPlace);

/** What was typed and judged, as it is kept. */
export const addressOf = (typed: TypedAddress): Address => typedAddressSchema.parse(fitted(typed));
