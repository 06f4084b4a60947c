import { createGunzip } from "node:zlib";
import { FileStopped } from "./file-stopped";
import type { FileEndCode } from "./words/report-row";

const SLICE = 16 * 1024;
/** Five times a plain file's limit. */
const MAX_UNPACKED = 1024 * 1024 * 1024;
/** A list packs to a tenth of itself; what packs to less than a hundredth was made to burst. */
const MAX_RATIO = 100;
/** So much is held back to judge by; a shorter file may be all of one line. */
const JUDGED_BY = 8 * 1024 * 1024;

/**
 * Unpacks gzip and keeps every byte that came out before a fault: the fault is told to `onFault`, not thrown. A stream
 * that errors would drop what it had buffered, so the input goes in by small slices that are drained each. Throws
 * `FileStopped` as soon as more came out than any list has.
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
  let [packed, unpacked] = [0, 0];
  unzip.on("data", (chunk: Uint8Array) => {
    unpacked += chunk.length;
    out.push(chunk);
  });
  try {
    for await (const chunk of bytes) {
      for (let at = 0; at < chunk.length && !unzip.destroyed; at += SLICE) {
        await Promise.race([
          new Promise<void>((done) => unzip.write(chunk.subarray(at, at + SLICE), () => done())),
          closed,
        ]);
        packed += Math.min(SLICE, chunk.length - at);
        if (unpacked < JUDGED_BY) continue;
        if (unpacked > Math.min(MAX_UNPACKED, packed * MAX_RATIO)) throw new FileStopped({ code: "unpacks_too_large" });
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
