import { join } from "node:path";
import { runningUrl } from "../../db/embedded";
import { appAddress } from "../../db/prepare";
import { childEnv } from "../launch/child-env";
import { DATABASE_NAME, openDatabase } from "../launch/database";
import { demoSeed } from "../launch/demo";
import { readKeys } from "../launch/keys";
import type { Settings } from "../launch/settings";
import { tryLock } from "../setup/file-lock.mjs";

/**
 * Works on the database of the product that is running on this data folder; where none runs, on the same database
 * started for this alone and stopped again. `work` is given the application's address.
 */
export async function withDatabase<T>(settings: Settings, work: (appUrl: string) => Promise<T>): Promise<T> {
  const release = tryLock(join(settings.dataDir, "running.lock"));
  const keys = readKeys(settings.dataDir);
  const run = (appUrl: string) => {
    Object.assign(process.env, childEnv(settings, keys, appUrl));
    return work(appUrl);
  };
  if (!release) {
    const ownerUrl = settings.databaseUrl ?? (await runningUrl(settings.dataDir, DATABASE_NAME));
    if (!ownerUrl) throw new Error("Homeward is just starting; try again when it is ready.");
    return run(settings.appDatabaseUrl ?? appAddress(ownerUrl, keys.appPassword));
  }
  try {
    const { signal } = new AbortController();
    const database = await openDatabase(settings, keys, demoSeed(settings, keys, signal), signal);
    return await run(database.appUrl).finally(() => database.server?.stop());
  } finally {
    release();
  }
}
