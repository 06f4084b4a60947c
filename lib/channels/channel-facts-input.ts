import { z } from "zod";
import { COUNTRY_CODES } from "@/lib/kernel/countries";
import { currencySchema, idSchema } from "@/lib/kernel/schemas";
import { PLANS, PROGRAMMES } from "@/lib/policy/judging/facts";
import { CHANNEL_MARKETPLACES } from "./marketplace-kinds";

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

/** Amazon has no free-return programme. */
export const newChannelSchema = channelFactsSchema
  .extend({ marketplace: z.enum(CHANNEL_MARKETPLACES) })
  .refine(({ marketplace, programme }) => marketplace !== "amazon" || programme === "seller_fulfilled", {
    path: ["programme"],
  });
export type NewChannel = z.output<typeof newChannelSchema>;
