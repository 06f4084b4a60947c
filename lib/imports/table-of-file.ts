import { type Result, refuse } from "@/lib/kernel/result";
import { TaskEnded, taskThread } from "@/lib/platform/threads/task-thread";
import type { SmallTable, SmallTableRefusal } from "./table-cells";

/** As much as is read whole. */
export const TABLE_BYTES = 5 * 1024 * 1024;

const readInThread = taskThread<{ name: string; bytes: Uint8Array }, Result<SmallTable, SmallTableRefusal>>(
  "lib/imports/table-in-thread.ts",
  { secondsAtMost: 30, heapMb: 256, idleSeconds: 10 },
);

/** Reads a list that somebody uploads beside the process that answers people. */
export async function tableOfFile(name: string, bytes: Uint8Array): Promise<Result<SmallTable, SmallTableRefusal>> {
  try {
    return await readInThread({ name, bytes });
  } catch (error) {
    if (error instanceof TaskEnded) return refuse({ code: "takes_too_long" });
    throw error;
  }
}
