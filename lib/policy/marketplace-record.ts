/** What a marketplace's report says of a return, kept as it came beside our own facts (P-21). */
export type MarketplaceRecord = {
  isInPolicy: boolean | null;
  labelType: string | null;
  /** Minor units of labelCurrency; null is unknown. */
  labelCostMinor: number | null;
  labelCurrency: string | null;
  labelPaidBy: string | null;
  carrier: string | null;
  trackingNumber: string | null;
  merchantRma: string | null;
  returnType: string | null;
  resolution: string | null;
  invoiceNumber: string | null;
  deliveredBackOn: string | null;
  isPrime: boolean | null;
  safet: {
    reason: string | null;
    claimId: string | null;
    state: string | null;
    createdOn: string | null;
    amountMinor: number | null;
  } | null;
};
