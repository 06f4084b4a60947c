import { ok, type Result, refuse } from "@/lib/kernel/result";
import { foreignReportOf } from "./foreign-reports";
import { headerName, plainHeader } from "./words/plain-header";
import type { FileRefusal } from "./words/report-row";

/** Our key of every column: its name in the flat file and, where there is one, its element in the XML and the Prime report. */
const COLUMNS = {
  orderNumber: ["Order ID", "order_id"],
  orderedOn: ["Order date", "order_date"],
  requestedOn: ["Return request date", "return_request_date"],
  reportedStatus: ["Return request status", "return_request_status"],
  channelRma: ["Amazon RMA ID", "amazon_rma_id"],
  merchantRma: ["Merchant RMA ID", "merchant_rma_id"],
  labelType: ["Label type", "label_type"],
  labelCost: ["Label cost", "label_cost"],
  labelCurrency: ["Currency code", "currency_code"],
  carrier: ["Return carrier", "return_carrier"],
  trackingNumber: ["Tracking ID", "tracking_id"],
  labelPaidBy: ["Label to be paid by", "label_to_be_paid_by"],
  isAToZClaim: ["A-to-Z Claim", "a_to_z_claim"],
  isPrime: ["Is prime", "is_prime"],
  asin: ["ASIN", "asin"],
  sku: ["Merchant SKU", "merchant_sku"],
  itemName: ["Item Name", "item_name"],
  quantity: ["Return quantity", "return_quantity"],
  reasonCode: ["Return Reason", "return_reason_code"],
  isInPolicy: ["In policy", "in_policy"],
  returnType: ["Return type", "return_type"],
  resolution: ["Resolution", "resolution"],
  invoiceNumber: ["Invoice number", "invoice_number"],
  deliveredBackOn: ["Return delivery date", "return_delivery_date"],
  orderAmount: ["Order Amount", "order_amount"],
  orderQuantity: ["Order quantity", "order_quantity"],
  safetReason: ["SafeT Action reason", null],
  safetClaimId: ["SafeT claim id", null],
  safetState: ["SafeT claim state", null],
  safetCreatedOn: ["SafeT claim creation time", null],
  safetAmount: ["SafeT claim reimbursement amount", null],
  refunded: ["Refunded Amount", "refund_amount"],
  orderItemId: ["Order Item ID", "order_item_id"],
  category: ["Category", "category"],
  vat: ["VAT", null],
} as const satisfies Record<string, readonly [string, string | null]>;

export type ColumnKey = keyof typeof COLUMNS;

const KEYS = Object.keys(COLUMNS) as ColumnKey[];
const REQUIRED: ColumnKey[] = ["orderNumber", "orderedOn", "requestedOn", "reportedStatus", "quantity"];

/** Columns that only these reports have: a shop's own list also has an order ID, a SKU and a quantity. */
const OWN: ColumnKey[] = ["channelRma", "isAToZClaim", "labelType", "safetReason", "isInPolicy", "returnType"];

/** What newer files call the same. */
const ALSO: Partial<Record<ColumnKey, readonly string[]>> = { merchantRma: ["Seller RMA ID"] };

const namesOf = (key: ColumnKey): string[] =>
  [...COLUMNS[key], ...(ALSO[key] ?? [])].filter((name) => name !== null).map(plainHeader);

const byFlatName = new Map(KEYS.flatMap((key) => namesOf(key).map((name) => [name, key] as const)));
const byElement = new Map<string, ColumnKey>();
for (const key of KEYS) {
  const element = COLUMNS[key][1];
  if (element) byElement.set(element, key);
}

/** The column that an element of the XML report holds, or null for one we do not read. */
export const columnOfElement = (element: string): ColumnKey | null => byElement.get(element) ?? null;

/** The element of the XML report that holds a column, for a refusal to name it. */
export const elementOf = (key: ColumnKey): string => COLUMNS[key][1] ?? COLUMNS[key][0];

export type Header = {
  names: string[];
  /** Where each of our columns stands; more than one place where a file has it under several of its names. */
  positions: ReadonlyMap<ColumnKey, readonly number[]>;
  /** As many cells as a line has at least: what it must say stands within them. */
  needed: number;
  unknownColumns: string[];
};

/** Finds our columns in a header by name, in any order; refuses another report by its name. */
export function readHeader(cells: string[]): Result<Header, FileRefusal> {
  const names = cells.map(headerName);
  const normalised = names.map(plainHeader);
  const foreign = foreignReportOf(new Set(normalised));
  if (foreign) return refuse({ code: "foreign_report", name: foreign });
  const keys = normalised.map((name) => byFlatName.get(name) ?? null);
  const missing = REQUIRED.filter((key) => !keys.includes(key));
  // One broken name concerns its column; where most are, these are no names.
  if (missing.length > 0 && cells.filter(hasControlCharacter).length * 2 > cells.length)
    return refuse({ code: "not_text" });
  if (missing.length > 0) return refuse(refusalWithout(missing, names, keys));
  const doubled = keys.filter((key, at) => key !== null && normalised.indexOf(normalised[at] ?? "") < at);
  if (doubled.length > 0)
    return refuse({ code: "duplicate_columns", columns: doubled.flatMap((key) => (key ? COLUMNS[key][0] : [])) });
  const positionsOf = (key: ColumnKey) => keys.flatMap((one, at) => (one === key ? [at] : []));
  const positions = new Map(KEYS.map((key) => [key, positionsOf(key)] as const));
  const needed = 1 + Math.max(...REQUIRED.map((key) => keys.indexOf(key)));
  return ok({ names, positions, needed, unknownColumns: names.filter((name, at) => name !== "" && keys[at] === null) });
}

function refusalWithout(missing: ColumnKey[], names: string[], keys: (ColumnKey | null)[]): FileRefusal {
  const line = names.join("\t");
  const bySeparator = line.split(/[,;|]/).map((name) => byFlatName.get(plainHeader(name)) ?? null);
  if (REQUIRED.every((key) => bySeparator.includes(key))) return { code: "not_tab_separated" };
  if (!keys.some((key) => key !== null && OWN.includes(key))) return { code: "foreign_report", name: "unknown" };
  return { code: "missing_columns", columns: missing.map((key) => COLUMNS[key][0]) };
}

const hasControlCharacter = (text: string): boolean => /[^\P{Cc}\t]/u.test(text);
