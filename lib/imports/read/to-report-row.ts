import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import { amountIn, code, currency, id, orderNumber, quantity, words, yesOrNo } from "./cell";
import { type CellRefusal, type Cells, cellReader } from "./cells";
import type { ColumnKey } from "./columns";
import { amountWith, dateIn } from "./mapped-cell";
import type { ReportRow, SafetClaim } from "./words/report-row";

export type ReportContext = {
  file: string;
  /** The channel's. */
  currency: string;
  timeZone: string;
  /** What the amounts of the report are in, where that is not the channel's. */
  otherCurrency: string | null;
} & Pick<ColumnMapping, "dateOrder" | "decimal"> & { hasSerialDays: boolean };

/** Makes one canonical row of a row's cells, or says which cell is wrong and how. */
export function toReportRow(
  cells: Cells<ColumnKey>,
  context: ReportContext & { line: number },
): { row: ReportRow } | { refusal: CellRefusal } {
  const { optional, required, refusal } = cellReader(cells);
  const { timeZone: zone, dateOrder: order, hasSerialDays, decimal, otherCurrency } = context;
  const day = dateIn({ order, zone, hasSerialDays });
  const amountOf = (of: string) => (decimal === "," ? amountWith(decimal, of) : amountIn(of));
  const number = required("orderNumber", orderNumber, "missing_order_id");
  const ordered = required("orderedOn", day, "missing_value");
  const requested = required("requestedOn", day, "missing_value");
  const reportedStatus = required("reportedStatus", words, "missing_value");
  const count = required("quantity", quantity, "missing_value");
  const amount = amountOf(otherCurrency ?? context.currency);
  const labelCurrency = optional("labelCurrency", currency);
  const labelCost = optional("labelCost", labelCurrency ? amountOf(labelCurrency) : amount);
  const safet: SafetClaim = {
    reason: optional("safetReason", words),
    claimId: optional("safetClaimId", id),
    state: optional("safetState", words),
    createdOn: optional("safetCreatedOn", day)?.on ?? null,
    amountMinor: optional("safetAmount", amount),
  };
  const rest = {
    channelRma: optional("channelRma", id),
    merchantRma: optional("merchantRma", id),
    labelType: optional("labelType", words),
    labelCostMinor: labelCurrency === null ? null : labelCost,
    labelCurrency,
    carrier: optional("carrier", words),
    trackingNumber: optional("trackingNumber", id),
    labelPaidBy: optional("labelPaidBy", words),
    isAToZClaim: optional("isAToZClaim", yesOrNo),
    isPrime: optional("isPrime", yesOrNo),
    asin: optional("asin", code),
    sku: optional("sku", code),
    itemName: optional("itemName", words),
    reasonCode: optional("reasonCode", code) ?? "",
    isInPolicy: optional("isInPolicy", yesOrNo),
    returnType: optional("returnType", words),
    resolution: optional("resolution", words),
    invoiceNumber: optional("invoiceNumber", code),
    deliveredBackOn: optional("deliveredBackOn", day)?.on ?? null,
    orderAmountMinor: optional("orderAmount", amount),
    orderQuantity: optional("orderQuantity", quantity),
    refundedMinor: optional("refunded", amount),
    orderItemId: optional("orderItemId", id),
    category: optional("category", words),
    vatText: optional("vat", words),
    buyerName: null,
    buyerComment: null,
    orderDeliveredOn: null,
  };
  const refused = refusal();
  if (refused) return { refusal: refused };
  if (number === null || ordered === null || requested === null || reportedStatus === null || count === null) {
    throw new Error("a required cell was read as nothing without a refusal");
  }
  return {
    row: {
      source: { file: context.file, line: context.line },
      orderNumber: number,
      orderedOn: ordered.on,
      requestedOn: requested.on,
      requestedAt: requested.at,
      reportedStatus,
      currency: otherCurrency,
      quantity: count,
      ...rest,
      safet: Object.values(safet).some((value) => value !== null) ? safet : null,
    },
  };
}
