import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseDown } from "../database-down";

const AGAIN_MS = 250;

/** What has to be written once it is done: tried again while the database is away, until the signal. Safe to run twice. */
export async function untilBack<T>(write: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!isDatabaseDown(error) || signal.aborted) throw error;
      await pause(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
