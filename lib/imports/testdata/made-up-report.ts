import { readReport } from "../read/read-report";
import type { FileRefusal, ReportRow, RowRefusal } from "../read/words/report-row";

const COLUMNS_32 = (
  "Order ID|Order date|Return request date|Return request status|Amazon RMA ID|Merchant RMA ID|Label type|Label cost|" +
  "Currency code|Return carrier|Tracking ID|Label to be paid by|A-to-Z Claim|Is prime|ASIN|Merchant SKU|Item Name|" +
  "Return quantity|Return Reason|In policy|Return type|Resolution|Invoice number|Return delivery date|Order Amount|" +
  "Order quantity|SafeT Action reason|SafeT claim id|SafeT claim state|SafeT claim creation time|" +
  "SafeT claim reimbursement amount|Refunded Amount"
).split("|");
export const COLUMNS_33 = [...COLUMNS_32, "Order Item ID"];
export const COLUMNS_35 = [...COLUMNS_32, "Category", "VAT", "Order Item ID"];

/** Made-up cells of one row by column; what is not given is one space, as in the real files. */
export type MadeUpCells = Record<string, string>;

const USUAL: MadeUpCells = {
  "Order ID": "111-0000001-0000001",
  "Order date": "10-Jul-2026",
  "Return request date": "14-Jul-2026",
  "Return request status": "Approved",
  "Amazon RMA ID": "DtestA1RRMA",
  "Label type": "AmazonPrePaidLabel",
  "Label cost": "4.14",
  "Currency code": "USD",
  "Return carrier": "USPS",
  "Tracking ID": "9200000000000000000001",
  "Label to be paid by": "Seller",
  "A-to-Z Claim": "N",
  "Is prime": "N",
  ASIN: "B000000001",
  "Merchant SKU": "SKU-1",
  "Item Name": "Test item",
  "Return quantity": "2",
  "Return Reason": "CR-DEFECTIVE",
  "In policy": "Y",
  "Return type": "C-Returns",
  Resolution: "StandardRefund",
  "Order Amount": "21.38",
  "Order quantity": "2",
  "Order Item ID": "100000000000001",
};

export function madeUpLine(cells: MadeUpCells = {}, columns = COLUMNS_33): string {
  const all = { ...USUAL, ...cells };
  return columns.map((column) => all[column] ?? " ").join("\t");
}

/** The text of a flat report with one line for each given row. */
export function madeUpReport(rows: MadeUpCells[], columns = COLUMNS_33, eol = "\r\n"): string {
  return [columns.join("\t"), ...rows.map((cells) => madeUpLine(cells, columns)), ""].join(eol);
}

/** The text of an XML report; each return is its own fields and those of its items. */
export function madeUpXml(returns: { fields?: MadeUpCells; label?: MadeUpCells; items: MadeUpCells[] }[]): string {
  const elements = (fields: MadeUpCells) =>
    Object.entries(fields)
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join("");
  const body = returns.map(
    ({ fields, label, items }) =>
      `<return_details>\n${items.map((item) => `<item_details>${elements({ ...XML_ITEM, ...item })}</item_details>\n`).join("")}` +
      `${elements({ ...XML_RETURN, ...fields })}${label ? `<label_details>${elements(label)}</label_details>` : ""}</return_details>\n`,
  );
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<AmazonEnvelope><Header><DocumentVersion>1.01</DocumentVersion></Header>` +
    `<MessageType>Returns-Report</MessageType><Message>\n${body.join("")}</Message></AmazonEnvelope>\n`
  );
}

const XML_ITEM: MadeUpCells = {
  item_name: "Test item",
  asin: "B000000001",
  return_reason_code: "CR-DEFECTIVE",
  merchant_sku: "SKU-1",
  in_policy: "Y",
  return_quantity: "1",
  resolution: "StandardRefund",
  category: "Home",
};

const XML_RETURN: MadeUpCells = {
  order_id: "111-0000001-0000001",
  order_date: "2026-07-10T09:30:00Z",
  amazon_rma_id: "DtestA1RRMA",
  return_request_date: "2026-07-14T09:30:00Z",
  return_request_status: "Approved",
  a_to_z_claim: "false",
};

/** A file in pieces of `size` bytes, as it comes over a wire. */
export async function* inPieces(file: string | Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  const bytes = typeof file === "string" ? Buffer.from(file) : file;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

type Read = {
  format: string;
  encoding: string;
  unknownColumns: string[];
  rows: ReportRow[];
  refused: RowRefusal[];
};

/** Reads a whole file to the end; a file refused whole is a failure of the test. */
export async function readAll(file: string | Uint8Array, currency = "USD", pieces = 1000): Promise<Read> {
  const result = await readReport({ name: "report.txt", bytes: inPieces(file, pieces), currency });
  if (!result.ok) throw new Error(`refused whole: ${JSON.stringify(result.refusal)}`);
  if (result.holds !== "returns") throw new Error("a file of orders");
  const { format, encoding, unknownColumns } = result;
  const read: Read = { format, encoding, unknownColumns, rows: [], refused: [] };
  for await (const event of result.rows) {
    if (event.kind === "row") read.rows.push(event.row);
    else read.refused.push(event.refusal);
  }
  return read;
}

/** Why a file is refused whole, or null when it is not. */
export async function wholeRefusalOf(file: string | Uint8Array): Promise<FileRefusal | null> {
  const result = await readReport({ name: "report.txt", bytes: inPieces(file), currency: "USD" });
  if (!result.ok) return result.refusal;
  await result.rows.return(undefined);
  return null;
}
