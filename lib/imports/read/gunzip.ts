import { createGunzip } from "node:zlib";
import type { FileEndCode } from "./report-row";

const SLICE = 16 * 1024;

/**
 * Unpacks gzip and keeps every byte that came out before a fault: the fault is told to `onFault`, not thrown.
 * A stream that errors would drop what it had buffered, so the input goes in by small slices that are drained each.
 */
export async function* gunzip(
  bytes: AsyncIterable<Uint8Array>,
  onFault: (code: FileEndCode) => void,
): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip();
  let fault: NodeJS.ErrnoException | null = null;
  const closed = new Promise<void>((done) => unzip.once("close", done));
  unzip.on("error", (error) => {
    fault = error;
  });
  const out: Uint8Array[] = [];
  unzip.on("data", (chunk: Uint8Array) => out.push(chunk));
  try {
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.length && !unzip.destroyed; at += SLICE) {
        await Promise.race([
          new Promise<void>((done) => unzip.write(chunk.subarray(at, at + SLICE), () => done())),
          closed,
        ]);
        yield* out.splice(0);
      }
      if (unzip.destroyed) break;
    }
    if (!unzip.destroyed) unzip.end();
    await closed;
    yield* out.splice(0);
    if (fault) onFault((fault as NodeJS.ErrnoException).code === "Z_BUF_ERROR" ? "file_cut_short" : "file_damaged");
  } finally {
    unzip.destroy();
  }
}
