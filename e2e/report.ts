/** Made-up returns reports, as a marketplace would let a seller download them. */
const COLUMNS = (
  "Order ID|Order date|Return request date|Return request status|Amazon RMA ID|Merchant RMA ID|Label type|Label cost|" +
  "Currency code|Return carrier|Tracking ID|Label to be paid by|A-to-Z Claim|Is prime|ASIN|Merchant SKU|Item Name|" +
  "Return quantity|Return Reason|In policy|Return type|Resolution|Invoice number|Return delivery date|Order Amount|" +
  "Order quantity|SafeT Action reason|SafeT claim id|SafeT claim state|SafeT claim creation time|" +
  "SafeT claim reimbursement amount|Refunded Amount|Order Item ID"
).split("|");

/** What a seller adds to a report: the marketplace's own has no category. */
export const WITH_CATEGORY = [...COLUMNS, "Category"];

type Cells = Record<string, string>;

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** 05-Nov-2026, so many days ago. */
export function reportDate(daysAgo: number): string {
  const date = new Date(Date.now() - daysAgo * 86_400_000);
  return [String(date.getUTCDate()).padStart(2, "0"), MONTHS[date.getUTCMonth()], date.getUTCFullYear()].join("-");
}

export const orderNumber = (index: number): string => `111-1234567-${String(1_000_000 + index)}`;

/** One row; what is not given is usual, and what is usually empty is one space. */
export function reportLine(index: number, cells: Cells = {}, columns: readonly string[] = COLUMNS): string {
  const all: Cells = {
    "Order ID": orderNumber(index),
    "Order date": reportDate(12),
    "Return request date": reportDate(1),
    "Return request status": "Pending Authorization",
    "Amazon RMA ID": `DMade${index}RRMA`,
    "Label type": "AmazonUnPaidLabel",
    "Currency code": "USD",
    "Label to be paid by": "Customer",
    "A-to-Z Claim": "N",
    "Is prime": "N",
    ASIN: "B000000001",
    "Merchant SKU": `SKU-${index}`,
    "Item Name": "Garden Lantern",
    "Return quantity": "1",
    "Return Reason": "CR-DEFECTIVE",
    "In policy": "Y",
    "Return type": "C-Returns",
    Resolution: "StandardRefund",
    "Order Amount": "21.38",
    "Order quantity": "1",
    "Order Item ID": String(100_000_000_000_000 + index),
    ...cells,
  };
  return columns.map((column) => all[column] ?? " ").join("\t");
}

/** A file to choose in a browser. */
export const reportFile = (lines: readonly string[], name = "returns.tsv", columns: readonly string[] = COLUMNS) => ({
  name,
  mimeType: "text/tab-separated-values",
  buffer: Buffer.from(`\uFEFF${[columns.join("\t"), ...lines, ""].join("\r\n")}`),
});
