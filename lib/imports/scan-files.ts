import type { FileReport, ImportWarning } from "@/db/schema";
import type { ChannelRules } from "@/lib/channels/channel-rules";
import { newId } from "@/lib/kernel/ids";
import { REACH } from "@/lib/policy/reach";
import { CompactCounts } from "./compact-counts";
import { countedBytes, type ImportFile, type RefusedRow } from "./import-file";
import type { ImportTask, ReadFile, ReadInput } from "./import-task";
import type { KnownOrder } from "./import-world";
import { FileStopped, timeLimit } from "./read/file-stopped";
import { UnknownWords } from "./read/unknown-words";
import { looksLikeChannel, orderNumberPatternOf, type Sampled } from "./read/warnings";
import type { RowRefusal } from "./read/words/report-row";

/** Rows of a file whose currencies and order numbers are looked at before it is imported. */
const SAMPLE = 2000;
const STEP_ROWS = 5000;
/** Names of columns that are kept of those that nobody reads. */
const UNREAD_AT_MOST = 50;

export type ScannedFile = {
  file: ImportFile;
  report: FileReport;
  /** Good rows by order number: an order is compared once all its rows have been read. Empty when refused whole. */
  rowsOf: CompactCounts;
};

export type Scan = { files: ScannedFile[]; warnings: ImportWarning[]; refused: number };

type Scanned = {
  channel: Pick<ChannelRules, "currency" | "timeZone" | "marketplace" | "mode">;
  onBytes: (bytes: number) => void;
  onRefused: (rows: RefusedRow[]) => Promise<void>;
  /** A file was refused whole only far inside: what was refused of it so far is no row of this import. */
  onStopped?: ((file: string) => Promise<void>) | undefined;
  /** Now and then, for long files. */
  onStep?: (() => Promise<void>) | undefined;
  signal?: AbortSignal | undefined;
  /** How long one file may be read. */
  secondsAtMost?: number | undefined;
};

/**
 * Reads all files once: what each of them is, which rows are refused and why, which orders it speaks of.
 * A file that is no report is refused whole, and leaves the others importable.
 */
export async function scanFiles<Row extends { orderNumber: string }, Plan extends { after: KnownOrder }>(
  task: ImportTask<Row, Plan>,
  files: readonly ImportFile[],
  context: Scanned,
): Promise<Scan> {
  const scan: Scan = { files: [], warnings: [], refused: 0 };
  // Older files first: of two reports about one return, the later one has the last word.
  const inOrder = [...files].sort((a, b) => a.modifiedAt.getTime() - b.modifiedAt.getTime());
  for (const file of inOrder) await scanFile(task, file, context, scan);
  return scan;
}

async function scanFile<Row extends { orderNumber: string }, Plan extends { after: KnownOrder }>(
  task: ImportTask<Row, Plan>,
  file: ImportFile,
  context: Scanned,
  scan: Scan,
): Promise<void> {
  const { channel, onBytes } = context;
  const { currency, timeZone } = channel;
  const stopLate = timeLimit(context.secondsAtMost);
  const bytes = countedBytes(file, (count) => {
    stopLate();
    onBytes(count);
  });
  const input = { name: file.name, bytes, currency, timeZone };
  const read = file.refusal
    ? { ok: false as const, refusal: file.refusal }
    : await readForChannel(task, channel, input);
  const report: FileReport = {
    id: file.id ?? newId(),
    name: file.name,
    size: file.size,
    modifiedAt: file.modifiedAt.toISOString(),
    format: read.ok ? read.format : null,
    encoding: read.ok ? read.encoding : null,
    rows: 0,
    refusal: read.ok ? null : read.refusal,
    lacks: [],
    unread: read.ok ? read.unknownColumns.slice(0, UNREAD_AT_MOST) : [],
    unreadCount: read.ok ? read.unknownColumns.length : 0,
  };
  const scanned: ScannedFile = { file, report, rowsOf: new CompactCounts() };
  scan.files.push(scanned);
  if (!read.ok) return;
  const refusedBefore = scan.refused;
  try {
    await scanRows(task, read, { scanned, context, scan, stopLate });
  } catch (error) {
    if (!(error instanceof FileStopped)) throw error;
    Object.assign(report, { refusal: error.refusal, rows: 0 });
    scanned.rowsOf = new CompactCounts();
    if (scan.refused > refusedBefore) await context.onStopped?.(file.name);
    scan.refused = refusedBefore;
  }
}

type Scanning = { scanned: ScannedFile; context: Scanned; scan: Scan; stopLate: () => void };

async function scanRows<Row extends { orderNumber: string }, Plan extends { after: KnownOrder }>(
  task: ImportTask<Row, Plan>,
  read: Extract<ReadFile<Row>, { ok: true }>,
  { scanned, context, scan, stopLate }: Scanning,
): Promise<void> {
  const { channel, signal } = context;
  const { file, report, rowsOf } = scanned;
  const sample: Sampled[] = [];
  const held = new Map<string, boolean>();
  const unknown = new UnknownWords();
  let refused: RefusedRow[] = [];
  for await (const event of read.rows) {
    signal?.throwIfAborted();
    stopLate();
    if (event.kind === "row") {
      const { row } = event;
      report.rows++;
      for (const [fact, isThere] of Object.entries(task.holds(row))) held.set(fact, isThere || held.get(fact) === true);
      rowsOf.set(row.orderNumber, rowsOf.get(row.orderNumber) + 1);
      if (sample.length < SAMPLE) sample.push({ orderNumber: row.orderNumber, currency: task.currencyOf(row) });
      const word = task.unknownWordOf(row);
      if (word !== null) unknown.add(word);
      if (report.rows % STEP_ROWS === 0) await context.onStep?.();
      continue;
    }
    if (!ENDS.has(event.refusal.code)) report.rows++;
    scan.refused++;
    refused.push({ file: file.name, refusal: event.refusal });
    if (refused.length < 500) continue;
    await context.onRefused(refused);
    refused = [];
  }
  if (refused.length > 0) await context.onRefused(refused);
  report.lacks = [...held].flatMap(([fact, isThere]) => (isThere ? [] : [fact]));
  const orderNumberPattern = orderNumberPatternOf(channel.marketplace);
  const doubts = looksLikeChannel(sample, { currency: channel.currency, orderNumberPattern });
  if (report.rows === 0 && !read.format.startsWith("amazon")) report.refusal = { code: "no_rows" };
  if (read.sheets) scan.warnings.push({ code: "other_sheets", ...read.sheets, file: file.name });
  scan.warnings.push(...[...doubts, ...unknown.warnings(report.rows)].map((doubt) => ({ ...doubt, file: file.name })));
}

/** P-19: a channel that is run here has no marketplace whose report could be about it. */
async function readForChannel<Row extends { orderNumber: string }, Plan extends { after: KnownOrder }>(
  task: ImportTask<Row, Plan>,
  { mode }: Pick<ChannelRules, "mode">,
  input: ReadInput,
): Promise<ReadFile<Row>> {
  const read = await task.read(input);
  if (!read.ok || REACH[mode].confirmsBy === "report" || !read.format.startsWith("amazon")) return read;
  await read.rows.return(undefined);
  return { ok: false, refusal: { code: "marketplace_report" } };
}

/** These tell how a file ended; they are no row of it. */
const ENDS: ReadonlySet<RowRefusal["code"]> = new Set([
  "file_cut_short",
  "file_damaged",
  "damaged_xml",
  "line_too_long",
]);
