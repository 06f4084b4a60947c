import { minorToDecimal, parseMinor } from "@/lib/kernel/money";
import type { KnownOrder } from "./import-world";
import type { OrderRow } from "./read/words/order-row";
import type { ReportRow, RowRefusal } from "./read/words/report-row";

type Amounts = Record<string, number | null>;
type Row = { orderNumber: string; currency: string | null; source: { line: number } };

/** How the amounts of one kind of row are found, and put back. */
export type AmountsOf<One extends Row> = { of: (row: One) => Amounts; set: (row: One, amounts: Amounts) => One };

export const REPORT_AMOUNTS: AmountsOf<ReportRow> = {
  of: ({ orderAmountMinor, refundedMinor, safet }) => ({
    orderAmountMinor,
    refundedMinor,
    safetMinor: safet?.amountMinor ?? null,
  }),
  set: (row, { orderAmountMinor = null, refundedMinor = null, safetMinor = null }) => ({
    ...row,
    orderAmountMinor,
    refundedMinor,
    safet: row.safet && { ...row.safet, amountMinor: safetMinor },
  }),
};

export const ORDER_AMOUNTS: AmountsOf<OrderRow> = {
  of: ({ paidMinor, shippingMinor, subtotalMinor, tender, line }) => ({
    paidMinor,
    shippingMinor,
    subtotalMinor,
    tenderMinor: tender?.amountMinor ?? null,
    lineAmount: line?.amountMinor ?? null,
    lineShipping: line?.shippingMinor ?? null,
    linePaid: line?.paidMinor ?? null,
  }),
  set: (row, { paidMinor = null, shippingMinor = null, subtotalMinor = null, tenderMinor = null, ...line }) => {
    const { lineAmount = null, lineShipping = null, linePaid = null } = line;
    const amounts = { amountMinor: lineAmount, shippingMinor: lineShipping, paidMinor: linePaid };
    const tender = row.tender && { ...row.tender, amountMinor: tenderMinor };
    return { ...row, paidMinor, shippingMinor, subtotalMinor, tender, line: row.line && { ...row.line, ...amounts } };
  },
};

/** The same amounts, as they are written, in another currency's minor units; null where that one has no such amount. */
function restated(amounts: Amounts, from: string, to: string): Amounts | null {
  const found = Object.entries(amounts).map(([name, amountMinor]) => {
    if (amountMinor === null || from === to) return [name, amountMinor] as const;
    return [name, parseMinor(minorToDecimal({ amountMinor, currency: from }), to)] as const;
  });
  const isLost = found.some(([name, amount]) => amount === null && amounts[name] !== null);
  return isLost ? null : Object.fromEntries(found);
}

/** An assumed currency gives way to one that is told, as long as no return is valued in it. */
const isSettled = ({ isCurrencyAssumed, returns }: KnownOrder): boolean => !isCurrencyAssumed || returns.length > 0;

/**
 * P-29: the rows of one order with all amounts in the order's currency. A row that names another one is refused by its
 * line, for its amounts would be lost or become others; one that names none is in the order's.
 */
export function inOrderCurrency<One extends Row>(
  order: KnownOrder | null,
  rows: readonly One[],
  { currency: assumed }: { currency: string },
  amounts: AmountsOf<One>,
): { rows: One[]; currency: string; isAssumed: boolean; refused: RowRefusal[] } {
  const told = rows.find(({ currency }) => currency !== null)?.currency ?? null;
  const isOpen = order === null || !isSettled(order);
  const currency = isOpen ? (told ?? order?.currency ?? assumed) : order.currency;
  const refused: RowRefusal[] = [];
  const kept = rows.flatMap((row) => {
    const own = amounts.of(row);
    const hasNone = Object.values(own).every((amount) => amount === null);
    if (row.currency === currency || hasNone) return [row];
    const there = row.currency === null ? restated(own, assumed, currency) : null;
    if (there) return [amounts.set(row, there)];
    refused.push(otherCurrency(row));
    return [];
  });
  // A currency that is the order's already is also told by a row that names it.
  const isAssumed = (order?.isCurrencyAssumed ?? true) && told !== currency;
  return { rows: kept, currency, isAssumed, refused };
}

const otherCurrency = ({ orderNumber, source, currency }: Row): RowRefusal => ({
  line: source.line,
  column: null,
  code: "other_order_currency",
  value: orderNumber,
  raw: `${orderNumber}\t${currency ?? ""}`,
});

/** Gives an order the currency that was told for it; what it had in the assumed one stays the amount that was written. */
export function settleCurrency(
  order: KnownOrder,
  { currency, isAssumed }: { currency: string; isAssumed: boolean },
): void {
  const from = order.currency;
  order.isCurrencyAssumed = isAssumed;
  if (from === currency) return;
  const { paidMinor, shippingMinor } = order;
  order.currency = currency;
  Object.assign(
    order,
    restated({ paidMinor, shippingMinor }, from, currency) ?? { paidMinor: null, shippingMinor: null },
  );
  for (const one of [...order.tenders, ...order.lines])
    Object.assign(one, restated({ amountMinor: one.amountMinor }, from, currency) ?? { amountMinor: null });
}
