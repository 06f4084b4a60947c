import type { ChannelMode } from "../reach";
import type { SkuRule } from "../terms/sku-rule";
import type { Fault } from "../terms/term-choices";

export const PROGRAMMES = ["seller_fulfilled", "free_return"] as const;
export type Programme = (typeof PROGRAMMES)[number];

export const PLANS = ["individual", "professional"] as const;
export type Plan = (typeof PLANS)[number];

/** Where the outbound parcel is. "Confirmed" is not "handed over": that is the carrier's first scan (S3-09). */
export const OUTBOUND_STATES = ["not_handed_over", "on_its_way", "delivered"] as const;
export type Outbound = (typeof OUTBOUND_STATES)[number];

export type ChannelFacts = {
  mode: ChannelMode;
  programme: Programme;
  plan: Plan;
  /** P-01: the prepaid programme of the channel is on. */
  hasPrepaid: boolean;
  /** What prices are in; an order in another currency has no known prices here. */
  currency: string;
  /** IANA zone in which the dates below are dates. */
  timeZone: string;
  /** ISO 3166 code of the country the channel sells in, taken for the buyer's. */
  country: string;
  /** Country of the address the goods go back to; null while there is none. */
  returnCountry: string | null;
  /** Nothing is authorized by itself while the seller has paused automation. */
  isAutomationPaused: boolean;
};

export type OrderFacts = {
  orderedOn: string;
  shippedOn: string | null;
  deliveredOn: string | null;
  promisedOn: string | null;
  /** null: nobody said. */
  outbound: Outbound | null;
  /** Called off as a whole, as its shop says; the day where that is known. */
  isCancelled: boolean;
  cancelledOn: string | null;
  /** Where it was sent; null: the channel's country is taken for it. */
  shipCountry: string | null;
  /** Free returns of the same order that were asked for earlier and still stand (S0-13). */
  earlierFreeReturns: number;
};

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
  /** Of all units ordered, in minor units of the channel's currency. */
  amountMinor: number | null;
  /** S0-29: sold with the Free Return mark; null: unknown, taken as marked. */
  hasFreeReturn: boolean | null;
  /** What the seller has said of this SKU, as it holds today. */
  skuRule: Pick<SkuRule, "exemptReason" | "automation"> | null;
  /** Whose fault a reason of the seller's own is, where the terms do not say. */
  reasonFault: Fault | null;
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
  /** What the order was paid in, where that is not the channel's currency: its prices meet no rule of the channel. */
  otherCurrency: string | null;
  lines: LineFacts[];
  reported: ReportedFacts | null;
};
