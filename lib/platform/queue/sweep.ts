import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Db } from "@/db/client";
import { isId } from "@/lib/kernel/ids";
import { log } from "../log";

const SOON_MS = 60_000;
const DAILY_MS = 24 * 3_600_000;

/** What is swept: of the whole house, and of each shop that has a folder of this name. */
export type Sweeps = {
  house: readonly ((db: Db, now: Date) => Promise<unknown>)[];
  shops: Readonly<Record<string, (db: Db, shop: { dataDir: string; sellerId: string; now: Date }) => Promise<unknown>>>;
};

/** Sweeps once a day until the signal. Every worker does: it is cheap, and two at once do no harm. */
export async function sweepDaily(db: Db, sweeps: Sweeps, dataDir: string, signal: AbortSignal): Promise<void> {
  for (let wait = SOON_MS; !signal.aborted; wait = DAILY_MS) {
    await pause(wait, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    await sweep(db, sweeps, { dataDir, now: new Date() }).catch((error: unknown) =>
      log.error({ err: error }, "sweeping failed"),
    );
  }
}

/** Removes what nobody needs any longer. */
export async function sweep(db: Db, { house, shops }: Sweeps, { dataDir, now }: { dataDir: string; now: Date }) {
  for (const forget of house) await forget(db, now);
  // Nobody may list all sellers; the folders name those who have files.
  for (const [folder, sweepShop] of Object.entries(shops))
    for (const sellerId of await idsIn(join(dataDir, folder))) await sweepShop(db, { dataDir, sellerId, now });
}

const idsIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(() => [])).filter(isId);
