import { countedBytes } from "./import-file";
import type { ImportTask } from "./import-task";
import type { ScannedFile } from "./scan-files";

/** Rows that are compared and written together. */
const BATCH_ROWS = 500;

type Reading = {
  channel: { currency: string; timeZone: string };
  onBytes: (bytes: number) => void;
  signal?: AbortSignal | undefined;
  batchRows?: number;
};

/**
 * The good rows of a scanned file in batches of about 500, never parting the rows of an order: what several rows
 * say of one return is told apart only with all of them at hand. Holds the rows of unfinished orders only.
 */
export async function* orderBatches<Row extends { orderNumber: string }>(
  { read: readFile }: Pick<ImportTask<Row, never>, "read">,
  scanned: ScannedFile,
  reading: Reading,
): AsyncGenerator<Row[]> {
  const { file, rowsOf, report } = scanned;
  const { channel, onBytes, signal, batchRows = BATCH_ROWS } = reading;
  const { currency, timeZone } = channel;
  if (report.refusal) return;
  const read = await readFile({ name: file.name, bytes: countedBytes(file, onBytes), currency, timeZone });
  if (!read.ok) throw new Error("a file was a report when it was scanned and is none now");
  const waiting = new Map<string, Row[]>();
  let batch: Row[] = [];
  for await (const event of read.rows) {
    signal?.throwIfAborted();
    if (event.kind !== "row") continue;
    const { orderNumber } = event.row;
    const held = waiting.get(orderNumber) ?? [];
    held.push(event.row);
    if (held.length < rowsOf.get(orderNumber)) {
      waiting.set(orderNumber, held);
      continue;
    }
    waiting.delete(orderNumber);
    batch.push(...held);
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  // Nothing waits here any more, unless the file is shorter than when it was scanned.
  batch.push(...[...waiting.values()].flat());
  if (batch.length > 0) yield batch;
}
