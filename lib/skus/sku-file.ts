import type { SkuColumn } from "./sku-words";

/** What may be wrong with one row of a SKU file; the words are in `skus.rowProblems`. */
export const ROW_PROBLEMS = [
  "sku_missing",
  "sku_too_long",
  "damaged_sku",
  "bad_exempt",
  "reason_missing",
  "bad_reason",
  "bad_date",
  "until_before_from",
  "bad_automation",
  "says_nothing",
  "twice",
] as const;
export type RowProblem = (typeof ROW_PROBLEMS)[number];

/** What may be wrong with a SKU file as a whole. */
export type SkuFileRefusal =
  | { code: "file_empty" | "no_sku_rows" | "spreadsheet_file" | "bad_csv" | "no_sku_column" | "takes_too_long" }
  | { code: "unsupported_encoding"; name: string }
  | { code: "too_many_rows"; limit: number };

/** What a row of a file says, nothing judged yet. */
export type SkuFileRow = { line: number; cells: Partial<Record<SkuColumn, string>> };

export const ROW_RESULTS = ["added", "changed", "unchanged", "refused"] as const;
export type RowResult = (typeof ROW_RESULTS)[number];

/** The columns of a download, which is taken again as an upload. */
export const SKU_COLUMNS = ["SKU", "exempt", "reason", "from", "until", "automation"] as const;

export const SKU_FILE_BYTES = 5 * 1024 * 1024;
export const SKU_ROWS_AT_MOST = 20_000;

/** One row's end: [line, SKU, result, what was wrong]. */
export type RowEnd = readonly [line: number, sku: string, result: RowResult, problem: RowProblem | null];
export type SkuUpload = { counts: Record<RowResult, number>; rows: RowEnd[] };
