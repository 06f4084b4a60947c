import type { ChannelRules } from "@/lib/channels/channel-rules";

/** What the batches of one run have in common. */
export type BatchContext = {
  sellerId: string;
  importId: string;
  channel: ChannelRules;
  now: Date /** Whoever confirmed it wants nothing authorized by it (P-31). */;
  isWithoutAutomation?: boolean;
};
