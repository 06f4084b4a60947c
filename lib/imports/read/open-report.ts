import { amazonOrderReader, isOrderReport, unreadOrderColumns } from "./amazon-orders";
import type { ByteSource } from "./byte-source";
import { type Header, readHeader } from "./columns";
import { delimitedLines, delimiterOf } from "./delimited";
import { decodeText, detectEncoding, type Encoding, utf16Of } from "./encoding";
import { refuseBinary, refuseOtherText } from "./file-kind";
import { readFlatReturns } from "./flat-returns";
import { flatLines, flatRows, withoutQuotes } from "./flat-rows";
import { foreignReportOf } from "./foreign-reports";
import { findHeader, splitHeader } from "./header-line";
import { watchLines } from "./line-watch";
import type { Reading, Table } from "./read-table";
import { openSheets } from "./sheet";
import { headerName, plainHeader } from "./words/plain-header";
import type { FileRefusal, ReadResult } from "./words/report-row";
import { isXml, refuseOtherXml } from "./xml-head";
import { xmlRows } from "./xml-rows";

/** A report is read as it is; any other table as its mapping says. */
type Opened = { result: ReadResult } | { table: Table };

/** What a file is by its first bytes and its header: a report, any other table, or none. */
export async function openReport(source: ByteSource, context: Reading): Promise<Opened> {
  const { head, fault } = source;
  if (head.length === 0) return refused({ code: fault() ? "broken_gzip" : "empty_file" });
  const binary = utf16Of(head) ? null : await refuseBinary(head);
  if (binary?.code === "spreadsheet_file" && binary.name === "xlsx") return readSpreadsheet(source, context);
  if (binary) return refused(binary);
  const detected = detectEncoding(head);
  if (!detected.ok) return refused(detected.refusal);
  const encoding = detected.value;
  const start = await startOf(head, encoding);
  const other = refuseOtherText(start);
  if (other) return refused(other);
  if (isXml(start)) return readXml(source, start, encoding, context);
  return readText(source, start, encoding, context);
}

function readXml(source: ByteSource, start: string, encoding: Encoding | null, context: Reading): Opened {
  const otherXml = refuseOtherXml(start);
  if (otherXml) return refused(source.fault() ? { code: "broken_gzip" } : otherXml);
  const rows = xmlRows(decodeText(source.chunks, encoding), context, source.fault);
  const told = { format: "amazon_xml" as const, encoding: encoding ?? "utf-8", header: [], unknownColumns: [] };
  return found({ ok: true, holds: "returns", ...told, rows });
}

async function readText(
  source: ByteSource,
  start: string,
  encoding: Encoding | null,
  context: Reading,
): Promise<Opened> {
  const watched = watchLines(decodeText(source.chunks, encoding), source.fault);
  const delimiter = delimiterOf(start);
  const shown = encoding ?? "utf-8";
  const names = firstLineOf(start);
  const isReport = delimiter === "\t" && kindOf(names, true).kind !== "other";
  if (delimiter !== null && !isReport) {
    const split = await splitHeader(delimitedLines(watched.text, delimiter), toldColumns(context));
    if (!split) return refused({ code: "not_text" });
    const format = delimiter === "\t" ? "tsv" : "csv";
    return openTable({ format, encoding: shown, delimiter, ...split, sheets: null, end: watched }, context, source);
  }
  const lines = flatLines(watched.text);
  const first = await lines.next();
  if (first.done) return refused({ code: "not_text" });
  const table = { format: "tsv" as const, encoding: shown, delimiter: "\t" as const, header: first.value.cells, lines };
  const opened = await openTable({ ...table, sheets: null, end: watched }, context, source);
  if (!("table" in opened)) return opened;
  // One column only: no table that could be mapped.
  await lines.return(undefined);
  return refused(source.fault() ? { code: "broken_gzip" } : { code: "foreign_report", name: "unknown" });
}

/** The columns that somebody said a file of this kind has. */
const toldColumns = ({ mapped }: Reading): string[] => Object.values(mapped?.mapping.columns ?? {});

type Kind =
  | { kind: "returns"; header: Header }
  | { kind: "orders" }
  | { kind: "other" }
  | { kind: "none"; refusal: FileRefusal };

/** What a table is by its header: a report that we know, one of no use here, or one that only a mapping can tell. */
function kindOf(header: readonly string[], isTabbed: boolean): Kind {
  const names = header.map((name) => withoutQuotes(name.replace(/^\ufeff/, "")));
  if (isOrderReport(foreignReportOf(new Set(names.map(plainHeader))))) return { kind: "orders" };
  const read = readHeader(names);
  if (read.ok) return { kind: "returns", header: read.value };
  const { code, name } = read.refusal;
  // Only the marketplace parts columns by tabs: with other signs it may be a list of somebody's own with such a column.
  const isOther = (code === "foreign_report" && name === "unknown") || (code === "missing_columns" && !isTabbed);
  return isOther ? { kind: "other" } : { kind: "none", refusal: read.refusal };
}

async function openTable(table: Table, context: Reading, { fault }: Pick<ByteSource, "fault">): Promise<Opened> {
  const of = kindOf(table.header, table.delimiter === "\t");
  if (of.kind === "orders") return readOrders(table, context);
  if (of.kind === "returns") return found(await readFlatReturns(table, of.header, context));
  if (of.kind === "other") return { table };
  await table.lines.return(undefined);
  return refused(fault() ? { code: "broken_gzip" } : of.refusal);
}

function readOrders({ encoding, header, lines, sheets, end }: Table, context: Reading): Opened {
  const names = header.map(headerName);
  const rows = flatRows(lines, amazonOrderReader(names, context), end);
  const told = { format: "amazon_orders" as const, encoding, header: names, ...(sheets && { sheets }) };
  return found({ ok: true, holds: "orders", ...told, unknownColumns: unreadOrderColumns(names), rows });
}

async function readSpreadsheet(source: ByteSource, context: Reading): Promise<Opened> {
  const read = await openSheets(source.chunks, context.mapped?.mapping.decimal ?? ".");
  if (!read.ok) return refused(read.refusal);
  const told = toldColumns(context);
  const sheets = read.value.map((one) => ({ ...one, known: findHeader(one.start, told).known }));
  const most = Math.max(...sheets.map(({ known }) => known));
  const chosen = sheets.find(({ known }) => known === most);
  const split = chosen && (await splitHeader(chosen.lines(), told));
  if (!split) return refused({ code: "empty_file" });
  const otherSheets = sheets.flatMap((one) => (one === chosen ? [] : one.sheet));
  const end = { fault: source.fault, isInsideLine: () => false };
  const of = { sheet: chosen.sheet, others: otherSheets };
  const table = { format: "xlsx" as const, encoding: "", delimiter: null, ...split };
  return openTable({ ...table, sheets: otherSheets.length > 0 ? of : null, end }, context, source);
}

const found = (result: ReadResult): Opened => ({ result });

const refused = (refusal: FileRefusal): Opened => found({ ok: false, refusal });

/** The cells of the first line that is not blank, as a tab-separated report has them. */
function firstLineOf(start: string): string[] {
  const line = start.split(/\r\n|\n|\r/).find((text) => text.replace(/^\ufeff/, "").trim() !== "");
  return (line ?? "").split("\t");
}

async function startOf(head: Buffer, encoding: Encoding | null): Promise<string> {
  let start = "";
  const one = (async function* () {
    yield head;
  })();
  for await (const piece of decodeText(one, encoding)) start += piece;
  return start;
}
