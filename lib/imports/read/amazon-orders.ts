import { amazonPaid, isPaidColumn } from "./amazon-paid";
import { amountIn, code, count, country, currency, dayIn, id, orderNumber, words } from "./cell";
import { type CellRefusal, cellReader } from "./cells";
import type { RowReader } from "./flat-rows";
import { foreignReportOf } from "./foreign-reports";
import { outboundOfWord } from "./outbound-words";
import type { OrderRow } from "./words/order-row";
import { plainHeader } from "./words/plain-header";
import { isCancelledWord } from "./words/status-words";

type Key =
  | "orderNumber"
  | "orderedOn"
  | "promisedOn"
  | "status"
  | "itemId"
  | "sku"
  | "asin"
  | "title"
  | "quantity"
  | "toShip"
  | "currency"
  | "amount"
  | "shipping"
  | "shipCountry"
  | "buyerEmail"
  | "salesChannel"
  | "isBusiness";

/** What we read of the order reports, by plain column name. All else, addresses and phones first of all, is dropped. */
const KEY_OF = new Map<string, Key>([
  ["amazonorderid", "orderNumber"],
  ["orderid", "orderNumber"],
  ["purchasedate", "orderedOn"],
  ["promisedate", "promisedOn"],
  ["orderstatus", "status"],
  ["orderitemid", "itemId"],
  ["sku", "sku"],
  ["asin", "asin"],
  ["productname", "title"],
  ["quantity", "quantity"],
  ["quantitypurchased", "quantity"],
  ["quantitytoship", "toShip"],
  ["currency", "currency"],
  ["itemprice", "amount"],
  ["shippingprice", "shipping"],
  ["shipcountry", "shipCountry"],
  ["buyeremail", "buyerEmail"],
  ["saleschannel", "salesChannel"],
  ["isbusinessorder", "isBusiness"],
]);

const ORDER_REPORTS: readonly string[] = ["all_orders", "actionable_orders", "orders"];

/** Whether a report is one of orders, by the name under which we know it. */
export const isOrderReport = (report: string | null): boolean => report !== null && ORDER_REPORTS.includes(report);

/** Only this report has every item of an order, with all that was paid for it. */
const isAllOrders = (names: readonly string[]): boolean =>
  foreignReportOf(new Set(names.map(plainHeader))) === "all_orders";

type Context = { file: string; currency: string; timeZone: string };

/** Columns of an order report that nobody reads. */
export const unreadOrderColumns = (names: readonly string[]): string[] =>
  names.filter((name) => name !== "" && !KEY_OF.has(plainHeader(name)) && !isPaidColumn(name));

/** Reads Amazon's all-orders and shipping reports, whose columns are told by name. */
export function amazonOrderReader(names: readonly string[], context: Context): RowReader<OrderRow> {
  const at = new Map<Key, number>();
  for (const [index, name] of names.entries()) {
    const key = KEY_OF.get(plainHeader(name));
    if (key && !at.has(key)) at.set(key, index);
  }
  const hasAll = isAllOrders(names);
  const named = new Map(names.map((name, index) => [name.toLowerCase(), index]));
  const positions = [...at.values()].sort((a, b) => a - b);
  return {
    names,
    needed: 1 + Math.max(at.get("orderNumber") ?? 0, at.get("orderedOn") ?? 0, at.get("sku") ?? 0),
    read: (cells, line) =>
      readRow(
        {
          text: (key) => cells[at.get(key) ?? -1] ?? null,
          nameOf: (key) => names[at.get(key) ?? -1] ?? key,
        },
        { ...context, line, paidText: (column) => (hasAll ? (cells[named.get(column) ?? -1] ?? null) : null) },
      ),
    raw: (cells) => positions.map((position) => `${names[position]}=${cells[position] ?? ""}`).join("\t"),
  };
}

type PaidText = Parameters<typeof amazonPaid>[0]["text"];

function readRow(
  cells: Parameters<typeof cellReader<Key>>[0],
  { file, line, timeZone, paidText, ...channel }: Context & { line: number; paidText: PaidText },
): { row: OrderRow } | { refusal: CellRefusal } {
  const { optional, required, refusal } = cellReader(cells);
  const day = dayIn(timeZone);
  const dayOf = (key: Key) => optional(key, day)?.on ?? null;
  const number = required("orderNumber", orderNumber, "missing_order_id");
  const told = optional("currency", currency);
  const amount = amountIn(told ?? channel.currency);
  const word = optional("status", words) ?? "";
  const toShip = optional("toShip", count) ?? 0;
  const quantity = optional("quantity", count);
  const shipCountry = optional("shipCountry", country);
  const paidFor = {
    salesChannel: optional("salesChannel", words),
    isBusiness: /^(true|y|yes)$/i.test(optional("isBusiness", words) ?? ""),
    currency: told ?? channel.currency,
    ...{ shipCountry, quantity },
  };
  const row = {
    source: { file, line },
    orderedOn: dayOf("orderedOn"),
    promisedOn: dayOf("promisedOn"),
    shippedOn: null,
    deliveredOn: null,
    isCancelled: word === "" ? null : isCancelledWord(word),
    cancelledOn: null,
    outbound: toShip > 0 ? ("not_handed_over" as const) : outboundOfWord(word),
    currency: told,
    paidMinor: null,
    shippingMinor: null,
    subtotalMinor: null,
    tender: null,
    buyerName: null,
    buyerEmail: optional("buyerEmail", words),
    shipCountry,
    line: {
      itemId: optional("itemId", id),
      sku: optional("sku", code),
      asin: optional("asin", code),
      title: optional("title", words),
      category: null,
      // A cancelled item is told with none of it ordered.
      quantity: quantity === 0 ? null : quantity,
      amountMinor: optional("amount", amount),
      shippingMinor: optional("shipping", amount),
      paidMinor: amazonPaid({ ...paidFor, text: paidText }),
      hasFreeReturn: null,
    },
  };
  const refused = refusal();
  if (refused || number === null) return { refusal: refused ?? { column: "", code: "missing_order_id", value: null } };
  const { sku, itemId, asin, title } = row.line;
  const hasItem = [sku, itemId, asin, title].some((name) => name !== null);
  return { row: { ...row, orderNumber: number, line: hasItem ? row.line : null } };
}
