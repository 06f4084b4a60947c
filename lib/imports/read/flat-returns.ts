import type { ColumnKey, Header } from "./columns";
import { flatRows, type RowReader } from "./flat-rows";
import { followedBy, takeFirst } from "./header-line";
import type { Reading, Table } from "./read-table";
import { LOOKED_AT, readingOf } from "./report-reading";
import { type ReportContext, toReportRow } from "./to-report-row";
import type { ReadResult, ReportRow } from "./words/report-row";

const DAYS: readonly ColumnKey[] = ["orderedOn", "requestedOn", "deliveredBackOn"];
const AMOUNTS: readonly ColumnKey[] = ["orderAmount", "refunded", "labelCost"];

/** The marketplace's returns report as rows of cells, whatever it came in: tab-separated, CSV or a spreadsheet. */
export async function readFlatReturns(
  { lines, encoding, delimiter, end, sheets }: Table,
  header: Header,
  context: Reading,
): Promise<ReadResult> {
  const first = await takeFirst(lines, LOOKED_AT);
  const textOf = cellOf(header);
  const valuesOf = (...keys: readonly ColumnKey[]) =>
    first.flatMap(({ cells }) => keys.flatMap((key) => textOf(cells, key)?.trim() || []));
  const sample = { labelCurrencies: valuesOf("labelCurrency"), days: valuesOf(...DAYS), amounts: valuesOf(...AMOUNTS) };
  const way = { hasSerialDays: delimiter === null, hasDecimalComma: delimiter === ";" };
  const reader = returnReader(header, readingOf(sample, context, way));
  return {
    ok: true,
    holds: "returns",
    format: "amazon_flat",
    encoding,
    header: header.names,
    unknownColumns: header.unknownColumns,
    ...(sheets && { sheets }),
    rows: flatRows(followedBy(first, lines), reader, end),
  };
}

/** The cell of a column; the first that is not empty where a file has the column under two names. */
const cellOf =
  ({ positions }: Header) =>
  (cells: readonly string[], key: ColumnKey) => {
    const found = (positions.get(key) ?? []).map((position) => cells[position] ?? null);
    return found.find((text) => text !== null && text.trim() !== "") ?? found[0] ?? null;
  };

function returnReader(header: Header, context: ReportContext): RowReader<ReportRow> {
  const textOf = cellOf(header);
  const nameOf = (key: ColumnKey) => header.names[header.positions.get(key)?.[0] ?? -1] ?? key;
  return {
    names: header.names,
    needed: header.needed,
    read: (cells, line) => toReportRow({ text: (key) => textOf(cells, key), nameOf }, { ...context, line }),
    raw: (cells) => cells.join("\t"),
  };
}
