export const LABEL_KINDS = ["unpaid", "prepaid", "own"] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];
export const PAYERS = ["seller", "carrier", "buyer", "marketplace"] as const;
export type Payer = (typeof PAYERS)[number];

/** Which kind of label a report's word means (`AmazonPrePaidLabel`); null for a word that nobody knows. */
function reportedLabelKind(labelType: string): LabelKind | null {
  const word = labelType.toLowerCase().replace(/[^a-z]/g, "");
  if (word.includes("unpaid")) return "unpaid";
  return word.includes("prepaid") ? "prepaid" : null;
}

/** P-21: whether the report names another kind of label than ours; a word that nobody knows contradicts nothing. */
export function differsFrom(ours: LabelKind, labelType: string): boolean {
  const theirs = reportedLabelKind(labelType);
  return theirs !== null && theirs !== ours;
}
