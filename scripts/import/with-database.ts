import { join } from "node:path";
import { runningUrl } from "../../db/embedded";
import { appAddress } from "../../db/prepare";
import { childEnv } from "../launch/child-env";
import { DATABASE_NAME, openDatabase } from "../launch/database";
import { demoSeed } from "../launch/demo";
import { readKeys } from "../launch/keys";
import { readPartSettings, readSettings, type Settings } from "../launch/settings";
import { tryLock } from "../setup/file-lock.mjs";

/** Is given the application's address of the database, and the data folder. */
type Work<T> = (appUrl: string, dataDir: string) => Promise<T>;

/**
 * Works on the database of the product that is running on this data folder; where none runs, on the same database
 * started for this alone and stopped again. Beside parts of the product (`start:web`) it knows the address they know.
 */
export function withDatabase<T>(work: Work<T>): Promise<T> {
  const { DATABASE_URL, APP_DATABASE_URL } = process.env;
  if (APP_DATABASE_URL && !DATABASE_URL) return withPart(work);
  return withWhole(readSettings(process.env), work);
}

async function withPart<T>(work: Work<T>): Promise<T> {
  const settings = readPartSettings(process.env);
  const { appDatabaseUrl: appUrl, authSecret, dataDir } = settings;
  Object.assign(process.env, childEnv(settings, { authSecret, instanceId: "" }, appUrl));
  return work(appUrl, dataDir);
}

async function withWhole<T>(settings: Settings, work: Work<T>): Promise<T> {
  const release = tryLock(join(settings.dataDir, "running.lock"));
  const keys = readKeys(settings.dataDir);
  const run = (appUrl: string) => {
    Object.assign(process.env, childEnv(settings, keys, appUrl));
    return work(appUrl, settings.dataDir);
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
