import type { Outbound } from "@/lib/policy/judging/facts";
import type { OrderTender } from "@/lib/policy/money/tenders";

/** One line of a list of orders in our words; what the file left empty is null, never zero. */
export type OrderRow = {
  source: { file: string; line: number };
  orderNumber: string;
  /** Days in the channel's zone. */
  orderedOn: string | null;
  promisedOn: string | null;
  /** When the seller said that it was shipped; not yet the carrier's first scan (S3-09). */
  shippedOn: string | null;
  deliveredOn: string | null;
  /** Where the file says that the parcel is; null where it says nothing, or only that it was confirmed. */
  outbound: Outbound | null;
  /** Whether the row's status or mark calls it cancelled; null: it says nothing of that. */
  isCancelled: boolean | null;
  cancelledOn: string | null;
  /** Of the order; null: the channel's is assumed. All amounts are in its minor units. */
  currency: string | null;
  paidMinor: number | null;
  shippingMinor: number | null;
  /** Paid for all goods together, after what was taken off the order as a whole. */
  subtotalMinor: number | null;
  /** By what it was paid, as our word or theirs; `amountMinor` null: not how much by it. */
  tender: OrderTender | null;
  buyerName: string | null;
  buyerEmail: string | null;
  shipCountry: string | null;
  /** null: the row names no item. */
  line: OrderRowLine | null;
};

export type OrderRowLine = {
  itemId: string | null;
  sku: string | null;
  asin: string | null;
  title: string | null;
  category: string | null;
  quantity: number | null;
  /** Of all units ordered. */
  amountMinor: number | null;
  /** Where shipping is told by line. */
  shippingMinor: number | null;
  /** Where what was paid is told by line, shipping and tax with it. */
  paidMinor: number | null;
  hasFreeReturn: boolean | null;
};
