import { CsvError, parse } from "csv-parse/sync";
import iconv from "iconv-lite";
import { ok, type Result, refuse } from "@/lib/kernel/result";
import { detectEncoding } from "../imports/read/encoding";
import { SKU_ROWS_AT_MOST, type SkuFileRefusal, type SkuFileRow } from "./sku-file";
import { COLUMN_OF, plainWord, type SkuColumn } from "./sku-words";

/** Amazon's old override file says nothing in its two header rows that names a column. */
const OVERRIDE_HEADER_ROWS = 2;
const HEADER_WITHIN = 3;

/** Text of a file in an encoding that Excel writes: UTF-8, UTF-16, Windows-1252 or GB18030. */
function textOf(file: Buffer): Result<string, SkuFileRefusal> {
  if (file.subarray(0, 2).toString("latin1") === "PK") return refuse({ code: "spreadsheet_file" });
  const encoding = detectEncoding(file);
  if (!encoding.ok) return refuse({ code: "unsupported_encoding", name: encoding.refusal.name });
  return ok(iconv.decode(file, encoding.value ?? "utf-8"));
}

function delimiterOf(text: string): string {
  const head = text.split(/\r?\n/, HEADER_WITHIN).join("\n");
  if (head.includes("\t")) return "\t";
  return head.split(";").length > head.split(",").length ? ";" : ",";
}

type Parsed = { record: string[]; info: { lines: number } };

function linesOf(text: string): Result<SkuLine[], SkuFileRefusal> {
  const delimiter = delimiterOf(text);
  const isTabbed = delimiter === "\t";
  try {
    const parsed = parse(text, {
      bom: true,
      delimiter,
      // A tab-separated file of Amazon's does not quote; Excel's does, where a cell holds a quote.
      relax_quotes: isTabbed,
      relax_column_count: true,
      skip_empty_lines: true,
      info: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    }) as unknown as Parsed[];
    return ok(
      parsed
        .map(({ record, info }) => ({ line: info.lines, cells: record }))
        .filter(({ cells }) => cells.some((cell) => cell.trim() !== "")),
    );
  } catch (error) {
    if (error instanceof CsvError) return refuse({ code: "bad_csv" });
    throw error;
  }
}
type SkuLine = { line: number; cells: string[] };

const columnsIn = ({ cells }: SkuLine): (SkuColumn | undefined)[] =>
  cells.map((cell) => COLUMN_OF.get(plainWord(cell)));

/** Which column is which, and where the rows begin. */
function headerOf(lines: readonly SkuLine[]): { columns: readonly (SkuColumn | undefined)[]; first: number } | null {
  for (const [place, line] of lines.slice(0, HEADER_WITHIN).entries()) {
    const columns = columnsIn(line);
    if (columns.includes("sku")) return { columns, first: place + 1 };
  }
  const isOverride =
    lines.length > OVERRIDE_HEADER_ROWS && lines.slice(OVERRIDE_HEADER_ROWS).every(({ cells }) => cells.length === 2);
  return isOverride ? { columns: ["sku", "automation"], first: OVERRIDE_HEADER_ROWS } : null;
}

/** A download guards cells that a spreadsheet would run with an apostrophe; here it goes again. */
const unguarded = (cell: string): string => cell.trim().replace(/^'(?=[=+\-@\t\r])/, "");

/** The rows of a SKU file as its columns name them, nothing judged yet: ours, or Amazon's `SKU<TAB>action`. */
export function readSkuFile(file: Buffer): Result<SkuFileRow[], SkuFileRefusal> {
  if (file.length === 0) return refuse({ code: "file_empty" });
  const text = textOf(file);
  if (!text.ok) return text;
  const lines = linesOf(text.value);
  if (!lines.ok) return lines;
  if (lines.value.length === 0) return refuse({ code: "no_sku_rows" });
  const header = headerOf(lines.value);
  if (!header) return refuse({ code: "no_sku_column" });
  const rows = lines.value.slice(header.first);
  if (rows.length === 0) return refuse({ code: "no_sku_rows" });
  if (rows.length > SKU_ROWS_AT_MOST) return refuse({ code: "too_many_rows", limit: SKU_ROWS_AT_MOST });
  return ok(
    rows.map(({ line, cells }) => ({
      line,
      cells: Object.fromEntries(
        header.columns.flatMap((column, place) => (column ? [[column, unguarded(cells[place] ?? "")]] : [])),
      ) as SkuFileRow["cells"],
    })),
  );
}
