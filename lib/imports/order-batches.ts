import { countedBytes } from "./import-file";
import { readReport } from "./read/read-report";
import type { ReportRow } from "./read/report-row";
import type { ScannedFile } from "./scan-files";

/** Rows that are compared and written together. */
const BATCH_ROWS = 1000;

export type OrderBatch = { file: ScannedFile; rows: ReportRow[] };

/**
 * The good rows of a scanned file in batches of about 1,000, never parting the rows of an order: what several rows
 * say of one return is told apart only with all of them at hand. Holds the rows of unfinished orders only.
 */
export async function* orderBatches(
  scanned: ScannedFile,
  {
    currency,
    onBytes,
    signal,
  }: { currency: string; onBytes: (bytes: number) => void; signal?: AbortSignal | undefined },
): AsyncGenerator<OrderBatch> {
  const { file, rowsOf, report } = scanned;
  if (report.refusal) return;
  const read = await readReport({ name: file.name, bytes: countedBytes(file, onBytes), currency });
  if (!read.ok) throw new Error("a file was a report when it was scanned and is none now");
  const waiting = new Map<string, ReportRow[]>();
  let batch: ReportRow[] = [];
  for await (const event of read.rows) {
    signal?.throwIfAborted();
    if (event.kind !== "row") continue;
    const { row } = event;
    const held = waiting.get(row.orderNumber) ?? [];
    held.push(row);
    if (held.length < (rowsOf.get(row.orderNumber) ?? 0)) {
      waiting.set(row.orderNumber, held);
      continue;
    }
    waiting.delete(row.orderNumber);
    batch.push(...held);
    if (batch.length < BATCH_ROWS) continue;
    yield { file: scanned, rows: batch };
    batch = [];
  }
  batch.push(...[...waiting.values()].flat());
  if (batch.length > 0) yield { file: scanned, rows: batch };
}
