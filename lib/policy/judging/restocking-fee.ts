import type { Fault } from "../terms/term-choices";
import type { Terms } from "../terms/terms";

/** In what state an item comes back; `different`: it is not the item that was sent. */
export const CONDITIONS = ["original", "damaged", "different"] as const;
export type Condition = (typeof CONDITIONS)[number];

type Case = { condition: Condition; isLate: boolean; fault: Fault };

/** P-06: how much of the item's price may be kept at most, in percent. What is not the buyer's fault costs nothing. */
export function restockingPercent(terms: Terms["restocking"], { condition, isLate, fault }: Case): number {
  if (condition === "different") return terms.differentPercent;
  if (fault !== "buyer") return 0;
  if (condition === "damaged") return Math.max(terms.damagedPercent, isLate ? terms.latePercent : 0);
  return isLate ? terms.latePercent : 0;
}

/** P-06: from here on a condition grade and a photo are required. */
const EVIDENCE_FROM_PERCENT = 20;
export const needsEvidence = (percent: number): boolean => percent >= EVIDENCE_FROM_PERCENT;
