import { amazonOrderReader, isOrderReport } from "./amazon-orders";
import type { ByteSource } from "./byte-source";
import { type ColumnKey, type Header, readHeader } from "./columns";
import { delimitedLines, delimiterOf } from "./delimited";
import { decodeText, detectEncoding, type Encoding, hasUtf16Mark } from "./encoding";
import { refuseBinary, refuseOtherText } from "./file-kind";
import { flatLines, flatRows, type RowReader } from "./flat-rows";
import { foreignReportOf } from "./foreign-reports";
import { findHeader, splitHeader } from "./header-line";
import { watchLines } from "./line-watch";
import { plainHeader } from "./plain-header";
import type { Reading, Table } from "./read-table";
import type { FileRefusal, ReadResult, ReportRow } from "./report-row";
import { openSheets } from "./sheet";
import { type ReportContext, toReportRow } from "./to-report-row";
import { isXml, refuseOtherXml } from "./xml-head";
import { xmlRows } from "./xml-rows";

/** A report is read as it is; any other table as its mapping says. */
type Opened = { result: ReadResult } | { table: Table };

/** What a file is by its first bytes and its header: a report, any other table, or none. */
export async function openReport(source: ByteSource, context: Reading): Promise<Opened> {
  const { head, fault } = source;
  if (head.length === 0) return refused({ code: fault() ? "broken_gzip" : "empty_file" });
  const binary = hasUtf16Mark(head) ? null : await refuseBinary(head);
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
  const shown = encoding ?? "utf-8";
  return found({
    ok: true,
    holds: "returns",
    format: "amazon_xml",
    encoding: shown,
    header: [],
    unknownColumns: [],
    rows,
  });
}

async function readText(
  source: ByteSource,
  start: string,
  encoding: Encoding | null,
  context: Reading,
): Promise<Opened> {
  const watched = watchLines(decodeText(source.chunks, encoding), source.fault);
  const shown = encoding ?? "utf-8";
  const names = firstLineOf(start);
  const report = foreignReportOf(new Set(names.map(plainHeader)));
  const header = readHeader(names);
  const delimiter = delimiterOf(start);
  if (delimiter !== null && !header.ok && isOtherTable(header.refusal)) {
    const split = await splitHeader(delimitedLines(watched.text, delimiter), toldColumns(context));
    if (!split) return refused({ code: "not_text" });
    const format = delimiter === "\t" ? "tsv" : "csv";
    return { table: { format, encoding: shown, ...split, sheets: null, end: watched } };
  }
  const lines = flatLines(watched.text);
  const first = await lines.next();
  if (first.done) return refused({ code: "not_text" });
  if (isOrderReport(report)) {
    const table = {
      format: "amazon_orders" as const,
      encoding: shown,
      header: first.value.cells,
      lines,
      sheets: null,
      end: watched,
    };
    return readOrders(table, context);
  }
  if (!header.ok) {
    await lines.return(undefined);
    return refused(source.fault() ? { code: "broken_gzip" } : header.refusal);
  }
  const { unknownColumns } = header.value;
  const rows = flatRows(lines, returnReader(header.value, context), watched);
  const told = { format: "amazon_flat" as const, encoding: shown, header: header.value.names, unknownColumns };
  return found({ ok: true, holds: "returns", ...told, rows });
}

/** The columns that somebody said a file of this kind has. */
const toldColumns = ({ mapped }: Reading): string[] => Object.values(mapped?.mapping.columns ?? {});

/** No report that we know by its columns; what it is, its mapping says. */
const isOtherTable = ({ code, name }: FileRefusal): boolean => code === "foreign_report" && name === "unknown";

function readOrders({ format, encoding, header, lines, end }: Table, context: Reading): Opened {
  const names = header.map((name) => name.replace(/^\ufeff/, "").trim());
  const rows = flatRows(lines, amazonOrderReader(names, context), end);
  return found({ ok: true, holds: "orders", format, encoding, header: names, unknownColumns: [], rows });
}

function returnReader(header: Header, { file, currency, timeZone }: ReportContext): RowReader<ReportRow> {
  const positionOf = (key: ColumnKey) => header.positions.get(key) ?? -1;
  return {
    names: header.names,
    isStrict: true,
    read: (cells, line) =>
      toReportRow(
        { text: (key) => cells[positionOf(key)] ?? null, nameOf: (key) => header.names[positionOf(key)] ?? key },
        { file, currency, timeZone, line },
      ),
    raw: (cells) => cells.join("\t"),
  };
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
  return { table: { format: "xlsx", encoding: "", ...split, sheets: otherSheets.length > 0 ? of : null, end } };
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
