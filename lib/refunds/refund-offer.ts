import { isAwaited } from "@/lib/policy/machines/return/statuses";
import type { FeeTerms, OrderToRefund, RefundQuote } from "@/lib/policy/money/refund-quote";
import { quoteRefund } from "@/lib/policy/money/refund-quote";
import { refundableIn } from "@/lib/policy/money/refundable";
import type { Condition } from "@/lib/policy/parcels/conditions";
import type { Difference } from "@/lib/policy/parcels/differences";
import { FAULTS, type Fault } from "@/lib/policy/terms/term-choices";
import type { RefundBasis } from "@/lib/returns/refund-basis";
import type { ReturnDetail } from "@/lib/returns/return-detail";
import { feeOf, linesToRefund, orderToRefund, outsideOf, suggestedUnits, unexplainedIn, unitsLeft } from "./quote-of";

/** Units of one line in one condition; without one they never came, or the buyer keeps them. */
export type OfferUnits = { condition: Condition | null; quantity: number; photos: number };

export type OfferLine = {
  returnLineId: string;
  lineId: string;
  name: string | null;
  sku: string | null;
  requested: number;
  received: number;
  priceMinor: number | null;
  orderedQuantity: number | null;
  refundedQuantity: number;
  /** Whose fault the reason says it was; null: nothing is kept, whoever it was. */
  fault: Fault | null;
  fees: Record<Fault, FeeTerms> | null;
  units: OfferUnits[];
};

/** All that the dialog of a refund works with. */
export type RefundOffer = {
  orderId: string;
  /** Null: of an order alone, whatever became of it. */
  returnId: string | null;
  number: string;
  currency: string;
  buyerName: string | null;
  order: OrderToRefund;
  /** P-22: what the marketplace says it gave back without us. */
  outsideMinor: number;
  lines: OfferLine[];
  /** The buyer keeps what did not come, as the policy says. */
  isReturnless: boolean;
  /** P-11: how what came differs from what was asked back, where nobody has said why. */
  differences: readonly Difference[];
  suggestion: RefundQuote;
};

/** S2-13: money alone, of an order without a return. */
export function orderOffer(
  basis: RefundBasis,
  { id, number, buyerName }: { id: string; number: string; buyerName: string | null },
): RefundOffer {
  const order = orderToRefund(basis, null);
  const choices = { shippingMinor: null, deductsLabel: null, concessionMinor: 0 };
  return {
    ...{ orderId: id, returnId: null, number, currency: basis.currency, buyerName, order, lines: [] },
    ...{ outsideMinor: outsideOf(basis), isReturnless: false, differences: [] },
    suggestion: quoteRefund(order, [], choices),
  };
}

const basisOf = (item: ReturnDetail): RefundBasis => {
  const { currency, money, status, evaluation, labelCost, labelPaidBy, units, difference, toRefund } = item;
  const label = { costMinor: labelCost.amountMinor, currency: labelCost.currency, paidBy: labelPaidBy };
  return { currency, ...money, request: { status, evaluation, label, units, difference, ...toRefund } };
};

/** What may be refunded of a return now, and what the terms suggest; null: nothing at all. */
export function refundOffer(item: ReturnDetail): RefundOffer | null {
  const what = refundableIn(item.status);
  if (what === "nothing") return null;
  const basis = basisOf(item);
  const isReturnless = isAwaited(item.status) && Boolean(item.evaluation.keepItem);
  const hasUnits = what === "units" && (isReturnless || !isAwaited(item.status));
  const lines = hasUnits ? (basis.request?.lines ?? []) : [];
  const order = orderToRefund(basis, null);
  const suggestion = quoteRefund(order, hasUnits ? linesToRefund(basis, suggestedUnits(basis, isReturnless), {}) : [], {
    ...{ shippingMinor: null, deductsLabel: null, concessionMinor: 0 },
  });
  return {
    orderId: item.orderId,
    returnId: item.id,
    number: `R-${item.number}`,
    currency: item.currency,
    buyerName: item.order.buyerName,
    ...{ order, outsideMinor: outsideOf(basis), isReturnless, suggestion },
    differences: unexplainedIn(basis),
    lines: lines.map((line) => {
      const judged = feeOf(basis, line, {});
      const with_ = (fault: Fault) => feeOf(basis, line, { [line.orderLineId]: fault });
      const conditions = [...line.received.map(({ condition }) => condition), null];
      return {
        returnLineId: line.returnLineId,
        lineId: line.orderLineId,
        name: line.title,
        sku: line.sku,
        requested: line.requested,
        received: line.received.reduce((sum, { quantity }) => sum + quantity, 0),
        priceMinor: line.priceMinor,
        orderedQuantity: line.orderedQuantity,
        refundedQuantity: line.refundedOfOrder,
        fault: judged?.fault ?? null,
        fees: judged && (Object.fromEntries(FAULTS.map((fault) => [fault, with_(fault)])) as Record<Fault, FeeTerms>),
        units: conditions.flatMap((condition) => {
          const quantity = unitsLeft(line, condition);
          const photos = line.received.find((part) => part.condition === condition)?.photos ?? 0;
          return quantity === 0 ? [] : [{ condition, quantity, photos }];
        }),
      };
    }),
  };
}
