/** Words that stand in reports and that we have words for, by what they are said of; as they are compared. */
const KNOWN = {
  resolution: ["standardrefund", "refundatfirstscan", "returnlessrefund", "replacement", "returnandrefund"],
  labelType: ["amazonprepaidlabel", "amazonunpaidlabel"],
  labelPaidBy: ["seller", "customer", "amazon"],
  returnType: ["c-returns"],
  safetState: ["granted", "denied", "filed", "pending", "underinvestigation", "inforequested", "appealed"],
  safetReason: ["itemdamaged", "itemdifferent", "itemmissing", "emptybox", "buyerabuse"],
} as const;

export type ReportedField = keyof typeof KNOWN;
type ReportedWord<Field extends ReportedField = ReportedField> = (typeof KNOWN)[Field][number];

/** The name that our messages have for a report's word; null for one that nobody knows (P-29). */
export function reportedWord<Field extends ReportedField>(field: Field, said: string): ReportedWord<Field> | null {
  const word = said
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "");
  const known: readonly ReportedWord<Field>[] = KNOWN[field];
  return known.find((one) => one === word) ?? null;
}
