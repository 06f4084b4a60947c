import { z } from "zod";
import { addressSchema } from "../address";
import { COUNTRY_CODES } from "../countries";
import { currencySchema } from "../money";
import { PLANS } from "../policy/facts";

/** Where a first channel can be; each has its mode and programme. */
export const FIRST_MARKETPLACES = ["amazon", "aliexpress", "own"] as const;

const name = z.string().trim().min(1).max(120);
const timeZone = z.string().refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC");

/** All that an empty product asks for. */
export const setUpSchema = z.strictObject({
  owner: z.strictObject({ name, email: z.string().min(1).max(320), password: z.string().min(1).max(1000) }),
  sellerName: name,
  locale: z.enum(["en", "zh-CN"]),
  channel: z.strictObject({
    marketplace: z.enum(FIRST_MARKETPLACES),
    country: z.enum(COUNTRY_CODES),
    currency: currencySchema,
    timeZone,
    plan: z.enum(PLANS),
    hasPrepaid: z.boolean(),
  }),
  address: addressSchema.strict(),
});
export type SetUp = z.output<typeof setUpSchema>;
