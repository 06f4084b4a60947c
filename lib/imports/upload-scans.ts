import { withSeller } from "@/db/tenant";
import { startOfDay, timeOn } from "@/lib/kernel/calendar";
import { ok, type Result } from "@/lib/kernel/result";
import { recordScansIn, SCANS_AT_MOST, type Scan, type ScanOutcome, scanSchema } from "@/lib/parcels/record-scans";
import type { Ctx } from "@/lib/platform/ctx";
import { shopZone } from "@/lib/receiving/read-bench";
import { namedCells, type SmallTableRefusal } from "./table-cells";
import { tableOfFile } from "./table-of-file";

/** What became of one row of a list of scans. */
type ScanResult = ScanOutcome | "unreadable";
export type ScanUpload = {
  counts: Record<ScanResult, number>;
  /** The rows that somebody has to look at. */
  others: { line: number; tracking: string; result: ScanResult }[];
};

/** What the columns of a list of scans may be called. */
const COLUMNS = {
  tracking: ["tracking", "tracking number", "tracking no", "tracking id", "运单号", "追踪编码", "物流单号", "快递单号"],
  at: ["time", "at", "date", "scan time", "event time", "时间", "扫描时间", "日期"],
  status: ["status", "event", "scan", "状态", "事件", "轨迹"],
  place: ["place", "location", "city", "地点", "位置", "城市"],
} as const;

type Upload = { file: Uint8Array; fileName: string };

/**
 * Takes the scans of a list, in whatever order they stand there: the newest of each parcel wins, and the same list again
 * changes nothing. Answers what became of each row; those that cannot be read hold up none of the others.
 */
export async function uploadScans(
  { db, ...acting }: Ctx,
  { file, fileName }: Upload,
): Promise<Result<ScanUpload, SmallTableRefusal>> {
  const table = await tableOfFile(fileName, file);
  if (!table.ok) return table;
  const rows = namedCells(table.value, COLUMNS, ["tracking", "at", "status"]);
  if (!rows.ok) return rows;
  const { sellerId } = acting;
  const zone = await withSeller(db, sellerId, (tx) => shopZone(tx, sellerId));
  const read = rows.value.map(({ line, cells }) => ({ line, tracking: cells.tracking, scan: scanOf(cells, zone) }));
  const good = read.flatMap(({ line, scan }) => (scan === null ? [] : [{ line, scan }]));
  const became = new Map<number, ScanOutcome>();
  for (let first = 0; first < good.length; first += SCANS_AT_MOST) {
    const some = good.slice(first, first + SCANS_AT_MOST);
    const scans = some.map(({ scan }) => scan);
    const outcomes = await withSeller(db, sellerId, (tx) => recordScansIn(tx, acting, scans));
    for (const [place, { line }] of some.entries()) became.set(line, outcomes[place] ?? "unknown_parcel");
  }
  const counts: ScanUpload["counts"] = {
    recorded: 0,
    known: 0,
    unknown_word: 0,
    unknown_parcel: 0,
    from_future: 0,
    unreadable: 0,
  };
  const others: ScanUpload["others"] = [];
  for (const { line, tracking } of read) {
    const result: ScanResult = became.get(line) ?? "unreadable";
    counts[result] += 1;
    if (result !== "recorded" && result !== "known") others.push({ line, tracking, result });
  }
  return ok({ counts, others });
}

function scanOf({ tracking, at, status, place }: Record<keyof typeof COLUMNS, string>, zone: string): Scan | null {
  const time = timeOf(at, zone);
  const scan = scanSchema.safeParse({ tracking, at: time?.toISOString(), status, ...(place && { place }) });
  return scan.success ? scan.data : null;
}

const WRITTEN =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** A moment as lists write it, year first; without a zone of its own it is the shop's. */
function timeOf(text: string, zone: string): Date | null {
  const found = WRITTEN.exec(text.normalize("NFKC").trim());
  if (!found) return null;
  const [, year, month = "", day = "", hour, minute, second = "00", offset] = found;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const time = hour === undefined ? null : `${hour.padStart(2, "0")}:${minute}:${second}`;
  try {
    if (time === null) return startOfDay(date, zone);
    if (!offset) return timeOn(date, time, zone);
    const moment = new Date(`${date}T${time}${offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, "$1:$2")}`);
    return Number.isNaN(moment.getTime()) ? null : moment;
  } catch (error) {
    // A day that is in no calendar.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
