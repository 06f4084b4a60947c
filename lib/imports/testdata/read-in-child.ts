import { createReadStream } from "node:fs";
import { FileStopped } from "../read/file-stopped";
import { readReport } from "../read/read-report";

/** Reads the file that is named, in a process of its own: what came of it, how long it took, and the most memory it held. */
const [, , path = ""] = process.argv;
const started = performance.now();
const mapped = {
  kind: "orders",
  mapping: { columns: { orderNumber: "n" }, dateOrder: "ymd", decimal: ".", statuses: {} },
} as const;
let rows = 0;
let refusal: { code: string } | null = null;
try {
  const read = await readReport({ name: "file", bytes: createReadStream(path), currency: "USD", mapped });
  if (!read.ok) refusal = read.refusal;
  else for await (const _ of read.rows) rows++;
} catch (error) {
  if (!(error instanceof FileStopped)) throw error;
  refusal = error.refusal;
}
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ code: refusal?.code ?? null, rows, ms: performance.now() - started, peakMb }));
