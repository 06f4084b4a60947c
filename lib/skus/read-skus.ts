import { type Result, refuse } from "@/lib/kernel/result";
import { TaskEnded, taskThread } from "@/lib/platform/threads/task-thread";
import type { SkuFileRefusal, SkuFileRow } from "./sku-file";

const readInThread = taskThread<Uint8Array, Result<SkuFileRow[], SkuFileRefusal>>("lib/skus/read-in-thread.ts", {
  secondsAtMost: 30,
  heapMb: 256,
  idleSeconds: 10,
});

/** Reads a SKU file beside the process that answers people; one that takes too long or too much memory is refused. */
export async function readSkus(file: Buffer, secondsAtMost?: number): Promise<Result<SkuFileRow[], SkuFileRefusal>> {
  try {
    return await readInThread(file, secondsAtMost);
  } catch (error) {
    if (error instanceof TaskEnded) return refuse({ code: "takes_too_long" });
    throw error;
  }
}
