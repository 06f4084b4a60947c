import { z } from "zod";
import { channelPlaceShape } from "@/lib/channels/channel-facts-input";
import { CHANNEL_MARKETPLACES } from "@/lib/channels/marketplace-kinds";
import { typedAddressSchema } from "@/lib/kernel/address-schema";

const name = z.string().trim().min(1).max(120);

/** All that an empty product asks for. */
export const setUpSchema = z.strictObject({
  /** What was printed where the product was started. */
  code: z.string().min(1).max(200),
  owner: z.strictObject({ name, email: z.string().min(1).max(320), password: z.string().min(1).max(1000) }),
  sellerName: name,
  locale: z.enum(["en", "zh-CN"]),
  channel: z.strictObject({
    marketplace: z.enum(CHANNEL_MARKETPLACES),
    ...channelPlaceShape,
  }),
  address: typedAddressSchema,
});
export type SetUp = z.output<typeof setUpSchema>;
