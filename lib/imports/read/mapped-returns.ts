import type { MappedField } from "@/lib/policy/imports/mapping";
import { code, currency, id, quantity, words } from "./cell";
import { type CellRefusal, type Cells, cellReader } from "./cells";
import type { RowReader } from "./flat-rows";
import { amountWith, anyOrderNumber, anyYesOrNo, dateIn, isTrackingNumber } from "./mapped-cell";
import { type MappedContext, mappedReader } from "./mapped-cells";
import type { CellRefusalCode, ReportRow } from "./words/report-row";
import { type MappedStatus, mappedStatusOf } from "./words/status-words";

/** The words of the marketplace whose reports the planner knows, for what a list's own words mean. */
const REPORTED: Record<MappedStatus, string> = {
  pending: "Pending Authorization",
  approved: "Approved",
  received: "Received",
  completed: "Completed",
  closed: "Closed",
  withdrawn: "Canceled",
  expired: "Expired",
};

/** Reads a list of return requests of any shop by its mapping, one row for each item. */
export const mappedReturnReader = (names: readonly string[], context: MappedContext): RowReader<ReportRow> =>
  mappedReader(names, context.mapping, (cells, line) => readRow(cells, { ...context, line }));

function readRow(
  cells: Cells<MappedField>,
  { file, line, mapping, timeZone, hasSerialDays, ...channel }: MappedContext & { line: number },
): { row: ReportRow } | { refusal: CellRefusal } {
  const { optional, required, refusal } = cellReader(cells);
  const parseDate = dateIn({ order: mapping.dateOrder, zone: timeZone, hasSerialDays });
  const dayOf = (key: MappedField) => optional(key, parseDate)?.on ?? null;
  const orderNumber = required("orderNumber", anyOrderNumber, "missing_order_id");
  const requested = required("requestedOn", parseDate, "missing_value");
  const told = optional("currency", currency);
  const amount = amountWith(mapping.decimal, told ?? channel.currency);
  const word = optional("status", words);
  // A list without a status column tells requests; an empty cell of one is a word that nobody knows (P-29).
  const status = mapping.columns.status ? mappedStatusOf(word ?? "", mapping.statuses) : "pending";
  const tracking = optional("tracking", id);
  const rest = {
    channelRma: optional("requestNumber", id),
    carrier: optional("carrier", words),
    trackingNumber: tracking !== null && isTrackingNumber(tracking) ? tracking : null,
    isAToZClaim: optional("isDisputed", anyYesOrNo),
    sku: optional("sku", code),
    itemName: optional("title", words),
    quantity: optional("quantity", quantity) ?? 1,
    reasonCode: optional("reason", code) ?? "",
    deliveredBackOn: dayOf("receivedBackOn"),
    orderAmountMinor: optional("amount", amount),
    refundedMinor: optional("refunded", amount),
    orderItemId: optional("itemId", id),
    category: optional("category", words),
    buyerName: optional("buyerName", words),
    buyerComment: optional("comment", words),
    orderDeliveredOn: dayOf("deliveredOn"),
    orderedOn: dayOf("orderedOn"),
  };
  const refused = refusal();
  if (refused) return { refusal: refused };
  const fail = (field: MappedField, why: CellRefusalCode, value: string | null) => ({
    refusal: { column: cells.nameOf(field), code: why, value },
  });
  if (orderNumber === null) return fail("orderNumber", "missing_order_id", null);
  if (requested === null) return fail("requestedOn", "missing_value", null);
  return {
    row: {
      source: { file, line },
      orderNumber,
      requestedOn: requested.on,
      requestedAt: requested.at,
      currency: told,
      // P-29: a word that nobody knows stays as it came.
      reportedStatus: status === null ? (word ?? "") : REPORTED[status],
      ...rest,
      merchantRma: null,
      labelType: null,
      labelCostMinor: null,
      labelCurrency: null,
      labelPaidBy: null,
      isPrime: null,
      asin: null,
      isInPolicy: null,
      returnType: null,
      resolution: null,
      invoiceNumber: null,
      orderQuantity: null,
      safet: null,
      vatText: null,
    },
  };
}
