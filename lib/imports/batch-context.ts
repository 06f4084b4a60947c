import type { ChannelRules } from "@/db/queries/channel-rules";

/** What the batches of one run have in common. */
export type BatchContext = { sellerId: string; importId: string; channel: ChannelRules; now: Date };
