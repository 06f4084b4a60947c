import type { MappedField } from "@/lib/policy/imports/mapping";
import type { Outbound } from "@/lib/policy/judging/facts";
import { type OrderTender, tenderOf } from "@/lib/policy/money/tenders";
import { code, count, country, currency, id, words } from "./cell";
import { type CellRefusal, type Cells, cellReader } from "./cells";
import type { RowReader } from "./flat-rows";
import { amountWith, anyOrderNumber, anyYesOrNo, dateIn, yesOrDate } from "./mapped-cell";
import { type MappedContext, mappedReader } from "./mapped-cells";
import { outboundOfWord } from "./outbound-words";
import type { OrderRow, OrderRowLine } from "./words/order-row";
import { isCancelledWord } from "./words/status-words";

const TENDER_AT_MOST = 60;
const REFERENCE_AT_MOST = 200;

/** Reads a list of orders of any shop by its mapping, one row for each item; facts of the order stand where they stand. */
export function mappedOrderReader(names: readonly string[], context: MappedContext): RowReader<OrderRow> {
  // Shopify tells the currency with the first item of an order only.
  let last: { orderNumber: string; currency: string } | null = null;
  return mappedReader(names, context.mapping, (cells, line) => {
    const read = readRow(cells, { ...context, line, last });
    if ("row" in read && read.row.currency !== null)
      last = { orderNumber: read.row.orderNumber, currency: read.row.currency };
    return read;
  });
}

type RowContext = MappedContext & { line: number; last: { orderNumber: string; currency: string } | null };

function readRow(
  cells: Cells<MappedField>,
  { file, line, last, mapping, timeZone, hasSerialDays, ...channel }: RowContext,
): { row: OrderRow } | { refusal: CellRefusal } {
  const { optional, required, refusal } = cellReader(cells);
  const parseDate = dateIn({ order: mapping.dateOrder, zone: timeZone, hasSerialDays });
  const dayOf = (key: MappedField) => optional(key, parseDate)?.on ?? null;
  const orderNumber = required("orderNumber", anyOrderNumber, "missing_order_id");
  const told = optional("currency", currency) ?? (last?.orderNumber === orderNumber ? (last?.currency ?? null) : null);
  const amount = amountWith(mapping.decimal, told ?? channel.currency);
  const word = optional("fulfilment", words) ?? "";
  const handedOverOn = dayOf("handedOverOn");
  const deliveredOn = dayOf("deliveredOn");
  const cancelled = optional("cancelled", yesOrDate(parseDate));
  const quantity = optional("quantity", count);
  const unitPrice = optional("unitPrice", amount);
  const discount = optional("lineDiscount", amount) ?? 0;
  const listed = unitPrice === null || quantity === null ? null : Math.max(0, unitPrice * quantity - discount);
  const item: OrderRowLine = {
    itemId: optional("itemId", id),
    sku: optional("sku", code),
    asin: null,
    title: optional("title", words),
    category: optional("category", words),
    quantity: quantity === 0 ? null : quantity,
    amountMinor: optional("amount", amount) ?? listed,
    shippingMinor: null,
    paidMinor: null,
    hasFreeReturn: optional("freeReturn", anyYesOrNo),
  };
  const row = {
    source: { file, line },
    orderedOn: dayOf("orderedOn"),
    promisedOn: dayOf("promisedOn"),
    shippedOn: dayOf("shippedOn"),
    deliveredOn,
    isCancelled: cancelled?.isYes ?? (word === "" ? null : isCancelledWord(word)),
    cancelledOn: cancelled?.on ?? null,
    outbound: outboundOf(word, handedOverOn, deliveredOn),
    currency: told,
    paidMinor: optional("paid", amount),
    shippingMinor: optional("shipping", amount),
    subtotalMinor: optional("subtotal", amount),
    tender: tenderIn(optional, amount),
    buyerName: optional("buyerName", words),
    buyerEmail: optional("buyerEmail", words),
    shipCountry: optional("shipCountry", country),
    line: [item.itemId, item.sku, item.title].some((name) => name !== null) ? item : null,
  };
  const refused = refusal();
  if (refused || orderNumber === null)
    return { refusal: refused ?? { column: "", code: "missing_order_id", value: null } };
  return { row: { ...row, orderNumber } };
}

/** What was taken of the buyer. Of what was only reserved, given back, refused or is called something else nothing is known. */
function tenderIn(
  optional: ReturnType<typeof cellReader<MappedField>>["optional"],
  amount: ReturnType<typeof amountWith>,
): OrderTender | null {
  const word = optional("tender", words);
  const amountMinor = optional("tenderAmount", amount);
  const reference = optional("paymentReference", words) ?? "";
  const isTaken = [
    /^(sale|capture|payment|paid|收款|付款)$/i,
    /^(success|succeeded|paid|completed|成功|已付款)$/i,
  ].every((known, at) => {
    const said = optional(at === 0 ? "paymentKind" : "paymentStatus", words);
    return said === null || known.test(said);
  });
  if (!isTaken || (word === null && amountMinor === null && reference === "") || (amountMinor ?? 1) <= 0) return null;
  const tender = word === null ? "channel" : tenderOf(word);
  return { tender: tender.slice(0, TENDER_AT_MOST), reference: reference.slice(0, REFERENCE_AT_MOST), amountMinor };
}

/** S3-09: a carrier's scan or a delivery says where the parcel is; a ship date or "fulfilled" does not. */
function outboundOf(word: string, handedOverOn: string | null, deliveredOn: string | null): Outbound | null {
  if (deliveredOn !== null) return "delivered";
  const said = outboundOfWord(word);
  return handedOverOn !== null && said !== "delivered" ? "on_its_way" : said;
}
