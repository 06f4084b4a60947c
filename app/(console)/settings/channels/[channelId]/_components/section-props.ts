import type { StoreChoices } from "@/components/channels/store-fields";
import type { ChannelMode } from "@/lib/policy/reach";
import type { ChannelDraft } from "./channel-draft";

export type ChannelChoices = StoreChoices & {
  /** Return reasons by name, and what the seller calls theirs. */
  reasons: readonly string[];
};

export type ChannelPlace = {
  id: string;
  marketplace: "amazon" | "aliexpress" | "own";
  mode: ChannelMode;
  hasOrders: boolean;
  /** Requests on an answer clock and returns that are awaited, each counted up to a limit. */
  running: { undecided: number; awaited: number };
};

/** What every part of the form is given. */
export type SectionProps = {
  sellerId: string;
  channel: ChannelPlace;
  choices: ChannelChoices;
  draft: ChannelDraft;
  set: (change: Partial<ChannelDraft>) => void;
};
