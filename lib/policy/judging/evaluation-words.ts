export const LABEL_KINDS = ["unpaid", "prepaid", "own"] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];
export const PAYERS = ["seller", "carrier", "buyer", "marketplace"] as const;
export type Payer = (typeof PAYERS)[number];
