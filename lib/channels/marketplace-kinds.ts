import type { ChannelFacts } from "@/lib/policy/judging/facts";

/** Where a channel can be: its name, whether we act there ourselves (P-19), and the programme it usually has. */
export const MARKETPLACE_KINDS = {
  amazon: { label: "Amazon", mode: "mirrored", programme: "seller_fulfilled" },
  aliexpress: { label: "AliExpress", mode: "mirrored", programme: "free_return" },
  own: { label: "Own shop", mode: "managed", programme: "seller_fulfilled" },
} as const satisfies Record<string, Pick<ChannelFacts, "mode" | "programme"> & { label: string }>;
export type MarketplaceKind = keyof typeof MARKETPLACE_KINDS;

export const CHANNEL_MARKETPLACES = ["amazon", "aliexpress", "own"] as const satisfies readonly MarketplaceKind[];

/** "amazon-us" of Amazon in the US: what tells channels apart in addresses and file names. */
export const codeOf = (marketplace: MarketplaceKind, country: string): string =>
  `${MARKETPLACE_KINDS[marketplace].label} ${country}`.toLowerCase().replaceAll(" ", "-");
