import { restockingPercent } from "@/lib/policy/judging/restocking-fee";
import type { FeeTerms, LineToRefund, OrderToRefund } from "@/lib/policy/money/refund-quote";
import { refundedOutside } from "@/lib/policy/money/refundable";
import type { Condition } from "@/lib/policy/parcels/conditions";
import { type Difference, differencesOf, unexplained } from "@/lib/policy/parcels/differences";
import type { Fault } from "@/lib/policy/terms/term-choices";
import { type BasisLine, boundTerms, type RefundBasis } from "@/lib/returns/refund-basis";

/** Units as somebody asks for them, of one line of a return and in one condition. */
export type AskedUnits = {
  returnLineId: string;
  condition: Condition | null;
  quantity: number;
  givenMinor: number | null;
};

/** Whom somebody found at fault instead of whom the reason says (P-07), by the line of the order. */
type Faults = Readonly<Record<string, Fault>>;

/** P-06: what may be kept of a line, as its request was judged, or with the fault that a person found. */
export function feeOf({ request }: RefundBasis, line: BasisLine, faults: Faults): FeeTerms | null {
  const judged = request?.evaluation.lines.find(({ lineId }) => lineId === line.orderLineId);
  const reason = judged?.reasons.find((one) => one.rule === "restocking");
  if (reason?.rule !== "restocking") return null;
  const { percent, damagedPercent, differentPercent, isLate } = reason;
  const fault = faults[line.orderLineId];
  const terms = request && boundTerms(request.terms);
  if (!fault || fault === reason.fault || !terms)
    return { percent, damagedPercent, differentPercent, isLate, fault: reason.fault };
  const of = (condition: "original" | "damaged" | "different") =>
    restockingPercent(terms.restocking, { condition, isLate, fault });
  return {
    ...{ isLate, fault },
    ...{ percent: of("original"), damagedPercent: of("damaged"), differentPercent: of("different") },
  };
}

const unitsIn = (of: readonly { condition: Condition | null; quantity: number }[], condition: Condition | null) =>
  of.reduce((sum, part) => (part.condition === condition ? sum + part.quantity : sum), 0);

/** How many units of a line came in one condition, or never came, and are not refunded yet. */
export function unitsLeft({ received, refunded, requested }: BasisLine, condition: Condition | null): number {
  const came = received.reduce((sum, { quantity }) => sum + quantity, 0);
  const there = condition === null ? Math.max(0, requested - came) : unitsIn(received, condition);
  return Math.max(0, there - unitsIn(refunded, condition));
}

/** P-11: how what came differs from what was asked back, as far as nobody has said why; where nothing came, nothing differs. */
export function unexplainedIn({ request }: RefundBasis): Difference[] {
  if (!request || request.units.length === 0) return [];
  const { lines, units, difference, evaluation } = request;
  const isRestMissing = lines.some(
    ({ returnLineId, requested }) => units.filter(({ lineId }) => lineId === returnLineId).length < requested,
  );
  return unexplained(differencesOf(units, isRestMissing && !evaluation.keepItem), difference);
}

/** What the terms suggest to refund of a return: what came, and what was not to be sent back. */
export const suggestedUnits = ({ request }: RefundBasis, isReturnless: boolean): AskedUnits[] =>
  (request?.lines ?? []).flatMap((line) =>
    [...line.received.map(({ condition }) => condition), ...(isReturnless ? [null] : [])].flatMap((condition) => {
      const quantity = unitsLeft(line, condition);
      return quantity === 0 ? [] : [{ returnLineId: line.returnLineId, condition, quantity, givenMinor: null }];
    }),
  );

/** The lines of a return with the units that are asked for, as the quote takes them. */
export function linesToRefund(basis: RefundBasis, asked: readonly AskedUnits[], faults: Faults): LineToRefund[] {
  const before = new Map<string, number>();
  return (basis.request?.lines ?? []).flatMap((line): LineToRefund[] => {
    const units = asked
      .filter(({ returnLineId }) => returnLineId === line.returnLineId)
      .map(({ condition, quantity, givenMinor }) => ({
        ...{ condition, quantity, givenMinor },
        photos: line.received.find((part) => part.condition === condition)?.photos ?? 0,
      }));
    if (units.length === 0) return [];
    const refundedQuantity = line.refundedOfOrder + (before.get(line.orderLineId) ?? 0);
    const count = units.reduce((sum, { quantity }) => sum + quantity, 0);
    before.set(line.orderLineId, (before.get(line.orderLineId) ?? 0) + count);
    const { orderLineId: lineId, priceMinor, orderedQuantity } = line;
    return [{ lineId, priceMinor, orderedQuantity, refundedQuantity, fee: feeOf(basis, line, faults), units }];
  });
}

/** P-22: what the marketplace gave back without us, as far as it is known. */
export const outsideOf = ({ reportedMinor, heldMinor, outsideMinor }: RefundBasis): number =>
  refundedOutside({ reportedMinor, heldMinor, knownMinor: outsideMinor });

/** What of the order bounds a refund; `typedMinor` is what somebody says was paid, where no file does. */
export function orderToRefund(basis: RefundBasis, typedMinor: number | null): OrderToRefund {
  const { label } = basis.request ?? {};
  const isAdvanced = label?.paidBy === "buyer" && label.currency === basis.currency;
  return {
    paidMinor: basis.paidMinor ?? basis.typedMinor ?? typedMinor,
    refundedMinor: basis.heldMinor,
    reportedMinor: outsideOf(basis),
    shippingMinor: basis.shippingMinor,
    shippingRefundedMinor: basis.shippingRefundedMinor,
    advancedLabelMinor: isAdvanced ? (label.costMinor ?? null) : null,
  };
}
