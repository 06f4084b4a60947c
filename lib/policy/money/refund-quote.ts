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
  /** What a person gives back of their price instead of what the terms leave. */
  givenMinor?: number | null;
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

/** One line of how an amount comes about; what is kept is negative. */
export type RefundStep =
  | { kind: "goods"; lineId: string; condition: Condition | null; quantity: number; amountMinor: number }
  | { kind: "kept"; lineId: string; condition: Condition; quantity: number; percent: number; amountMinor: number }
  | { kind: "partial"; lineId: string; quantity: number; percent: number; amountMinor: number }
  | { kind: "shipping"; amountMinor: number }
  | { kind: "label"; amountMinor: number }
  | { kind: "concession"; amountMinor: number };

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
export type RefundChoices = {
  shippingMinor: number | null;
  deductsLabel: boolean | null;
  /** S2-13: given beside the goods, or alone. */
  concessionMinor: number;
};

export type RefundProblem =
  | { code: "paid_unknown" }
  | { code: "nothing_to_refund" }
  | { code: "over_left"; leftMinor: number }
  | { code: "price_unknown" | "over_price"; lineId: string }
  | { code: "over_shipping"; mostMinor: number }
  | { code: "too_many_units"; lineId: string; most: number }
  | { code: "kept_too_much"; lineId: string; condition: Condition; most: number }
  | { code: "unit_photo_missing"; lineId: string; condition: Condition };

export type RefundQuote = {
  steps: readonly RefundStep[];
  amountMinor: number;
  /** What may still go back of what was paid; null: nobody knows what was paid. */
  leftMinor: number | null;
  problems: readonly RefundProblem[];
};

/** Whether something of the goods goes back by it, whatever else is still to be said. */
export const givesGoods = ({ steps, amountMinor }: Pick<RefundQuote, "steps" | "amountMinor">): boolean =>
  amountMinor > 0 && steps.some(({ kind }) => kind === "goods");

/** Whether the way to the buyer goes back with the goods: where none of it is the buyer's doing, as both ways are paid then. */
const givesShippingBack = (lines: readonly LineToRefund[]): boolean =>
  lines.length > 0 && lines.every(({ fee }) => fee !== null && fee.fault !== "buyer");

/** Of a price, so many percent, rounded down: what is kept is never more than the terms say. */
const share = (minor: number, percent: number): number => Number((BigInt(minor) * BigInt(percent)) / 100n);
/** How many whole percent a part is of a price. */
const percentOf = (part: number, price: number): number =>
  price === 0 ? 0 : Number((BigInt(part) * 100n) / BigInt(price));

/** What the terms leave of a price for units in this condition; what the buyer keeps is given whole. */
export const leftOf = (price: number, fee: FeeTerms | null, condition: Condition | null): number =>
  condition === null ? price : price - share(price, mostKept(fee, condition));

type Judged = { steps: RefundStep[]; problems: RefundProblem[] };

function ofUnits(line: LineToRefund, units: UnitsToRefund, price: number): Judged {
  const { lineId, fee } = line;
  const { condition, quantity, photos, givenMinor = null } = units;
  const problems: RefundProblem[] = [];
  const most = condition === null ? 100 : mostKept(fee, condition);
  const mostMinor = share(price, most);
  const keptMinor = givenMinor === null ? (condition === null ? 0 : mostMinor) : price - givenMinor;
  if (keptMinor < 0) problems.push({ code: "over_price", lineId });
  const steps: RefundStep[] = [{ kind: "goods", lineId, condition, quantity, amountMinor: price }];
  if (keptMinor <= 0) return { steps, problems };
  const percent = percentOf(keptMinor, price);
  if (condition === null) {
    // What the buyer keeps is refunded in part by agreement, not by a fee.
    steps.push({ kind: "partial", lineId, quantity, percent, amountMinor: -keptMinor });
    return { steps, problems };
  }
  steps.push({ kind: "kept", lineId, condition, quantity, percent, amountMinor: -keptMinor });
  if (keptMinor > mostMinor) problems.push({ code: "kept_too_much", lineId, condition, most });
  if (needsEvidence(percent) && photos === 0) problems.push({ code: "unit_photo_missing", lineId, condition });
  return { steps, problems };
}

function ofLine(line: LineToRefund): Judged {
  const { lineId, priceMinor, orderedQuantity, refundedQuantity } = line;
  const asked = line.units.reduce((sum, { quantity }) => sum + quantity, 0);
  if (asked === 0) return { steps: [], problems: [] };
  const ordered = Math.max(1, orderedQuantity ?? refundedQuantity + asked);
  const left = Math.max(0, ordered - refundedQuantity);
  const tooMany: RefundProblem[] = asked > left ? [{ code: "too_many_units", lineId, most: left }] : [];
  if (priceMinor === null) return { steps: [], problems: [...tooMany, { code: "price_unknown", lineId }] };
  let after = refundedQuantity;
  const judged = line.units.flatMap((units) => {
    const price = priceOfUnits(priceMinor, ordered, { after, units: units.quantity });
    after += units.quantity;
    return units.quantity === 0 ? [] : [ofUnits(line, units, price)];
  });
  return {
    steps: judged.flatMap(({ steps }) => steps),
    problems: [...tooMany, ...judged.flatMap((one) => one.problems)],
  };
}

const sumOf = (steps: readonly RefundStep[]): number => steps.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/**
 * What goes back to a buyer, step by step, in minor units of the order's currency. What is kept of the goods is bounded by
 * the terms (P-06), what goes back by what was paid and not refunded yet, by anybody (P-22). Total: says what bars it
 * instead of throwing.
 */
export function quoteRefund(order: OrderToRefund, lines: readonly LineToRefund[], choices: RefundChoices): RefundQuote {
  const judged = lines.map(ofLine);
  const steps = judged.flatMap((line) => line.steps);
  const problems = judged.flatMap((line) => line.problems);
  const goods = Math.max(0, sumOf(steps));
  const shippingLeft = Math.max(0, (order.shippingMinor ?? 0) - order.shippingRefundedMinor);
  const shipping = choices.shippingMinor ?? (givesShippingBack(lines) && steps.length > 0 ? shippingLeft : 0);
  if (shipping > shippingLeft) problems.push({ code: "over_shipping", mostMinor: shippingLeft });
  if (shipping > 0) steps.push({ kind: "shipping", amountMinor: shipping });
  const label = Math.min(order.advancedLabelMinor ?? 0, goods);
  if (label > 0 && (choices.deductsLabel ?? true)) steps.push({ kind: "label", amountMinor: -label });
  if (choices.concessionMinor > 0) steps.push({ kind: "concession", amountMinor: choices.concessionMinor });
  const amountMinor = sumOf(steps);
  const { paidMinor, refundedMinor, reportedMinor } = order;
  const leftMinor = paidMinor === null ? null : Math.max(0, paidMinor - refundedMinor - reportedMinor);
  if (leftMinor === null) problems.push({ code: "paid_unknown" });
  else if (amountMinor > leftMinor) problems.push({ code: "over_left", leftMinor });
  if (amountMinor <= 0) problems.push({ code: "nothing_to_refund" });
  return { steps, amountMinor, leftMinor, problems };
}
