import type { ChannelRules } from "@/lib/channels/channel-rules";
import type { SkuRule } from "@/lib/policy/terms/sku-rule";

/** What the batches of one run have in common. */
export type BatchContext = {
  sellerId: string;
  importId: string;
  channel: ChannelRules;
  now: Date /** Whoever confirmed it wants nothing authorized by it (P-31). */;
  isWithoutAutomation?: boolean;
};

/** With what the channel says of the SKUs of one batch. */
export type JudgingContext = BatchContext & { skuRules: ReadonlyMap<string, SkuRule> };
