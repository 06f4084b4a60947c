import { z } from "zod";
import { COUNTRY_CODES } from "@/lib/kernel/countries";
import { currencySchema } from "@/lib/kernel/currency-schema";
import { idSchema } from "@/lib/kernel/id-schema";
import { PLANS, PROGRAMMES } from "@/lib/policy/judging/facts";

const timeZone = z.string().refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC");

/** Where a store is and on which plan, as set-up, a new channel and its settings all take it. */
export const channelPlaceShape = {
  country: z.enum(COUNTRY_CODES),
  currency: currencySchema,
  timeZone,
  plan: z.enum(PLANS),
  hasPrepaid: z.boolean(),
};

/** What a channel is, beside how it works. */
export const channelFactsSchema = z.strictObject({
  name: z.string().trim().min(1).max(120),
  programme: z.enum(PROGRAMMES),
  ...channelPlaceShape,
  /** Where parcels go by default; null: authorizing asks. */
  defaultAddressId: idSchema.nullable(),
});
export type ChannelFactsForm = z.output<typeof channelFactsSchema>;
