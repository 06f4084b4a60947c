import type { OrderRow } from "./order-row";

/** One line of a list of returns in our words; what the file left empty is null, never zero. */
export type ReportRow = {
  /** `line` is the 1-based physical line; in XML the one on which the item starts. */
  source: { file: string; line: number };
  orderNumber: string;
  /** Days are the channel's (P-30). null where the file does not say; then the order has to be known. */
  orderedOn: string | null;
  requestedOn: string;
  requestedAt: string | null;
  reportedStatus: string;
  channelRma: string | null;
  merchantRma: string | null;
  labelType: string | null;
  /** In minor units of `labelCurrency`; a cost without a currency is unknown. */
  labelCostMinor: number | null;
  labelCurrency: string | null;
  carrier: string | null;
  trackingNumber: string | null;
  labelPaidBy: string | null;
  isAToZClaim: boolean | null;
  isPrime: boolean | null;
  asin: string | null;
  sku: string | null;
  itemName: string | null;
  quantity: number;
  /** As it came, unknown codes too; '' when the report gives none. */
  reasonCode: string;
  isInPolicy: boolean | null;
  returnType: string | null;
  resolution: string | null;
  invoiceNumber: string | null;
  deliveredBackOn: string | null;
  /** Of all amounts but the label's cost; null: the file names none, and the order's, else the channel's is assumed. */
  currency: string | null;
  /** Of the line, in minor units. */
  orderAmountMinor: number | null;
  orderQuantity: number | null;
  refundedMinor: number | null;
  safet: SafetClaim | null;
  orderItemId: string | null;
  category: string | null;
  vatText: string | null;
  /** The three below only where a seller's own list has them; a marketplace's report is not asked. */
  buyerName: string | null;
  buyerComment: string | null;
  orderDeliveredOn: string | null;
};

export type SafetClaim = {
  reason: string | null;
  claimId: string | null;
  state: string | null;
  createdOn: string | null;
  amountMinor: number | null;
};

/** Why one row, or the rest of a file, did not come in. `raw` is the row as it came; XML items come as JSON. */
export type RowRefusal = {
  line: number;
  column: string | null;
  code: RowRefusalCode;
  value: string | null;
  raw: string;
};

export type RowRefusalCode =
  | CellRefusalCode
  | "row_cut_short"
  | "too_many_cells"
  | "quote_not_closed"
  | "no_items"
  | "unknown_order"
  | "other_order_currency"
  | FileEndCode;

export type CellRefusalCode =
  | "missing_order_id"
  | "missing_value"
  | "control_character"
  | "broken_character"
  | "id_too_long"
  | "text_too_long"
  | "damaged_id"
  | "bad_order_number"
  | "damaged_date"
  | "not_a_date"
  | "not_a_number"
  | "decimal_comma"
  | "thousands_separator"
  | "too_many_decimals"
  | "amount_too_large"
  | "negative"
  | "bad_quantity"
  | "bad_currency"
  | "not_yes_or_no"
  | "bad_country"
  | "other_date_order"
  | "other_decimal"
  | "other_currency_sign";

/** What ended the reading before the end of the file; the refusal is the last event and the rows before it stand. */
export type FileEndCode = "file_cut_short" | "file_damaged" | "damaged_xml" | "line_too_long";

/** Why a whole file is refused; `name` says which other report, encoding or kind of file it is. */
export type FileRefusal = {
  code: FileRefusalCode;
  name?: string;
  columns?: string[];
};

export type FileRefusalCode =
  | "foreign_report"
  | "empty_file"
  | "missing_columns"
  | "duplicate_columns"
  | "not_tab_separated"
  | "not_text"
  | "unsupported_encoding"
  | "broken_gzip"
  | "spreadsheet_file"
  | "zip_file"
  | "pdf_file"
  | "html_page"
  | "json_file"
  | "broken_xml"
  | "needs_mapping"
  | "other_columns"
  | "other_kind"
  | "no_rows"
  | "marketplace_report"
  | "spreadsheet_too_large"
  | "spreadsheet_too_wide"
  | "cell_too_long"
  | "unpacks_too_large"
  | "takes_too_long"
  | "ended_worker";

export type ReadEvent<Row = ReportRow> = { kind: "row"; row: Row } | { kind: "refused"; refusal: RowRefusal };

export type FileFormat = "amazon_flat" | "amazon_xml" | "amazon_orders" | "csv" | "tsv" | "xlsx";

/** Which sheet of a workbook is read, and which others have something. */
export type SheetChoice = { sheet: string; others: string[] };

type Told = {
  ok: true;
  format: FileFormat;
  encoding: string;
  header: string[];
  unknownColumns: string[];
  sheets?: SheetChoice;
};

export type ReadResult =
  | (Told & { holds: "returns"; rows: AsyncGenerator<ReadEvent> })
  | (Told & { holds: "orders"; rows: AsyncGenerator<ReadEvent<OrderRow>> })
  | { ok: false; refusal: FileRefusal };
