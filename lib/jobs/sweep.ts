import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "@/db/client";
import { forgetOldResets } from "../accounts/forget-old-resets";
import { forgetOldAttempts } from "../accounts/throttle";
import { sweepFiles } from "../files/sweep-files";
import { isId } from "../ids";
import { sweepImports } from "../imports/sweep-imports";
import { log } from "../log";

const SOON_MS = 60_000;
const DAILY_MS = 24 * 3_600_000;

/** Sweeps once a day until the signal. Every worker does: it is cheap, and two at once do no harm. */
export async function sweepDaily(db: Db, dataDir: string, signal: AbortSignal): Promise<void> {
  for (let wait = SOON_MS; !signal.aborted; wait = DAILY_MS) {
    await pause(wait, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    await sweep(db, { dataDir, now: new Date() }).catch((error: unknown) =>
      log.error({ err: error }, "sweeping failed"),
    );
  }
}

/** Removes what nobody needs any longer: old sign-in tries and resets, unused uploads, files of imports that are over. */
export async function sweep(db: Db, { dataDir, now }: { dataDir: string; now: Date }): Promise<void> {
  await forgetOldAttempts(db, now);
  await forgetOldResets(db, now);
  // Nobody may list all sellers; the folders name those who have files.
  for (const sellerId of await idsIn(join(dataDir, "files"))) await sweepFiles(db, { dataDir, sellerId, now });
  for (const sellerId of await idsIn(join(dataDir, "imports"))) await sweepImports(db, { dataDir, sellerId, now });
}

const idsIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).filter(isId);
