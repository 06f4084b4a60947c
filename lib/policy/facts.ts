/** P-19: managed, where Homeward acts; mirrored, where the marketplace does and we follow. */
export const CHANNEL_MODES = ["managed", "mirrored"] as const;
export type ChannelMode = (typeof CHANNEL_MODES)[number];

export const PROGRAMMES = ["seller_fulfilled", "free_return"] as const;
export type Programme = (typeof PROGRAMMES)[number];

export const PLANS = ["individual", "professional"] as const;
export type Plan = (typeof PLANS)[number];

export type ChannelFacts = {
  mode: ChannelMode;
  programme: Programme;
  plan: Plan;
  /** P-01: the prepaid programme of the channel is on. */
  hasPrepaid: boolean;
  /** IANA zone in which the dates below are dates. */
  timeZone: string;
  /** ISO 3166 code of the country the channel sells in, taken for the buyer's. */
  country: string;
  /** Country of the address the goods go back to; null while there is none. */
  returnCountry: string | null;
};

export type OrderFacts = { orderedOn: string; deliveredOn: string | null; promisedOn: string | null };

export type LineFacts = {
  id: string;
  sku: string | null;
  category: string | null;
  /** The reason code exactly as it came (P-08). */
  reason: string;
  quantity: number;
  /** null: the order is not known, only the return. */
  orderedQuantity: number | null;
  /** Units of the same order line in other returns that still stand or were received (P-11). */
  alreadyReturnedQuantity: number;
  amountMinor: number | null;
};

/** P-21: what the marketplace's report says, as it came; null where it is silent. */
export type ReportedFacts = { isInPolicy: boolean | null; labelType: string | null; labelPaidBy: string | null };

/** Everything that judging a request needs to know. Dates are 'YYYY-MM-DD' in the channel's zone. */
export type ReturnFacts = {
  channel: ChannelFacts;
  order: OrderFacts;
  requestedOn: string;
  /** null when only the date is known (P-23). */
  requestedAt: Date | null;
  today: string;
  lines: LineFacts[];
  reported: ReportedFacts | null;
};
