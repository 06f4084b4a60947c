import { needsEvidence } from "../judging/restocking-fee";
import type { Condition } from "../parcels/conditions";
import type { Fault } from "../terms/term-choices";
import { priceOfUnits } from "./shares";

/** P-06: what may be kept of a price at most, in percent, as the request was judged. */
export type FeeTerms = {
  percent: number;
  damagedPercent: number;
  differentPercent: number;
  isLate: boolean;
  fault: Fault;
};

/** How a condition is charged: as the item was sent, worn by the buyer, or not the item at all. */
export type FeeKind = "original" | "worn" | "not_ours" | "faulty";
const FEE_OF: Record<Condition, FeeKind> = {
  new: "original",
  opened: "original",
  used: "worn",
  damaged: "worn",
  incomplete: "worn",
  defective: "faulty",
  not_ours: "not_ours",
};

/** P-06: the most that may be kept of a unit in this condition; without terms nothing is. */
export function mostKept(terms: FeeTerms | null, condition: Condition): number {
  if (!terms) return 0;
  const kind = FEE_OF[condition];
  if (kind === "not_ours") return terms.differentPercent;
  if (kind === "faulty") return 0;
  return kind === "worn" ? terms.damagedPercent : terms.percent;
}

/** Units of one line that are refunded alike. `condition` null: the buyer keeps them, or they were never sent. */
export type UnitsToRefund = {
  condition: Condition | null;
  quantity: number;
  photos: number;
  /** What a person keeps instead of what the terms say. */
  keptPercent?: number;
};

export type LineToRefund = {
  lineId: string;
  /** What was paid for all units that were ordered, in minor units; null: unknown. */
  priceMinor: number | null;
  orderedQuantity: number | null;
  /** Of the order line, by anybody: what is refunded or on its way. */
  refundedQuantity: number;
  fee: FeeTerms | null;
  units: readonly UnitsToRefund[];
};

export type RefundStep =
  | { kind: "goods"; lineId: string; quantity: number; amountMinor: number }
  | { kind: "kept"; lineId: string; condition: Condition; quantity: number; percent: number; amountMinor: number }
  | { kind: "concession"; lineId: string; quantity: number; percent: number; amountMinor: number }
  | { kind: "shipping"; amountMinor: number }
  | { kind: "label"; amountMinor: number };

export type OrderToRefund = {
  /** What the buyer paid in all; null: nobody knows, and then nothing is suggested. */
  paidMinor: number | null;
  /** Refunded or on its way, and what the marketplace reports beside it (P-22). */
  refundedMinor: number;
  reportedMinor: number;
  /** Of the way to the buyer; null: unknown. */
  shippingMinor: number | null;
  shippingRefundedMinor: number;
  /** What the seller advanced for a label that the buyer pays; null: there is none, or its cost is unknown. */
  advancedLabelMinor: number | null;
};

/** What a person decides beside the lines; null: as the terms say. */
export type RefundChoices = { refundsShipping: boolean | null; deductsLabel: boolean | null };

export type RefundProblem =
  | { code: "paid_unknown" }
  | { code: "price_unknown"; lineId: string }
  | { code: "nothing_to_refund" }
  | { code: "over_left"; leftMinor: number; amountMinor: number }
  | { code: "too_many_units"; lineId: string; most: number }
  | { code: "kept_too_much"; lineId: string; condition: Condition; most: number }
  | { code: "photo_missing"; lineId: string; condition: Condition; percent: number };

export type RefundQuote = {
  steps: readonly RefundStep[];
  amountMinor: number;
  /** What may still go back of what was paid; null: nobody knows what was paid. */
  leftMinor: number | null;
  problems: readonly RefundProblem[];
};

/** Whether the way to the buyer goes back with the goods: where none of it is the buyer's doing, as both ways are paid then. */
const givesShippingBack = (lines: readonly LineToRefund[]): boolean =>
  lines.length > 0 && lines.every(({ fee }) => fee !== null && fee.fault !== "buyer");

function ofLine(line: LineToRefund): { steps: RefundStep[]; problems: RefundProblem[] } {
  const { lineId, priceMinor, orderedQuantity, refundedQuantity, fee } = line;
  const steps: RefundStep[] = [];
  const problems: RefundProblem[] = [];
  const asked = line.units.reduce((sum, { quantity }) => sum + quantity, 0);
  const ordered = Math.max(1, orderedQuantity ?? refundedQuantity + asked);
  if (asked > ordered - refundedQuantity)
    problems.push({ code: "too_many_units", lineId, most: Math.max(0, ordered - refundedQuantity) });
  if (priceMinor === null)
    return { steps, problems: asked > 0 ? [...problems, { code: "price_unknown", lineId }] : problems };
  let after = refundedQuantity;
  for (const { condition, quantity, photos, keptPercent } of line.units) {
    const price = priceOfUnits(priceMinor, ordered, { after, units: quantity });
    after += quantity;
    if (quantity === 0) continue;
    steps.push({ kind: "goods", lineId, quantity, amountMinor: price });
    if (condition === null) {
      // What the buyer keeps is refunded in part by agreement, not by a fee.
      if (keptPercent)
        steps.push({
          kind: "concession",
          lineId,
          quantity,
          percent: keptPercent,
          amountMinor: -share(price, keptPercent),
        });
      continue;
    }
    const most = mostKept(fee, condition);
    const percent = keptPercent ?? most;
    if (percent > most) problems.push({ code: "kept_too_much", lineId, condition, most });
    if (percent > 0)
      steps.push({ kind: "kept", lineId, condition, quantity, percent, amountMinor: -share(price, percent) });
    if (needsEvidence(percent) && photos === 0) problems.push({ code: "photo_missing", lineId, condition, percent });
  }
  return { steps, problems };
}

/** Of a price, so many percent, rounded down: what is kept is never more than the terms say. */
const share = (minor: number, percent: number): number => Number((BigInt(minor) * BigInt(percent)) / 100n);

/**
 * What goes back to a buyer, step by step, in minor units of the order's currency. What is kept of the goods is bounded by
 * the terms (P-06), what goes back by what was paid and not refunded yet, by anybody (P-22). Total: says what bars it
 * instead of throwing.
 */
export function quoteRefund(order: OrderToRefund, lines: readonly LineToRefund[], choices: RefundChoices): RefundQuote {
  const judged = lines.map(ofLine);
  const steps = judged.flatMap((line) => line.steps);
  const problems = judged.flatMap((line) => line.problems);
  const goods = steps.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const shipping = Math.max(0, (order.shippingMinor ?? 0) - order.shippingRefundedMinor);
  if (shipping > 0 && (choices.refundsShipping ?? givesShippingBack(lines)))
    steps.push({ kind: "shipping", amountMinor: shipping });
  const label = Math.min(order.advancedLabelMinor ?? 0, goods);
  if (label > 0 && (choices.deductsLabel ?? true)) steps.push({ kind: "label", amountMinor: -label });
  const amountMinor = steps.reduce((sum, step) => sum + step.amountMinor, 0);
  const { paidMinor, refundedMinor, reportedMinor } = order;
  const leftMinor = paidMinor === null ? null : Math.max(0, paidMinor - refundedMinor - reportedMinor);
  if (leftMinor === null) problems.push({ code: "paid_unknown" });
  else if (amountMinor > leftMinor) problems.push({ code: "over_left", leftMinor, amountMinor });
  if (amountMinor <= 0) problems.push({ code: "nothing_to_refund" });
  return { steps, amountMinor, leftMinor, problems };
}
