import { z } from "zod";
import { channelFactsSchema } from "./channel-facts-form";
import { CHANNEL_MARKETPLACES } from "./marketplace-kinds";

/** Amazon has no free-return programme. */
export const newChannelSchema = channelFactsSchema
  .extend({ marketplace: z.enum(CHANNEL_MARKETPLACES) })
  .refine(({ marketplace, programme }) => marketplace !== "amazon" || programme === "seller_fulfilled", {
    path: ["programme"],
  });
export type NewChannel = z.output<typeof newChannelSchema>;
