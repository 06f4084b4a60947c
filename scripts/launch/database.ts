import { openPool } from "../../db/address";
import { type EmbeddedDatabase, startEmbedded } from "../../db/embedded";
import { prepareDatabase } from "../../db/prepare";
import type { Keys } from "./keys";
import type { Settings } from "./settings";
import { waitForDatabase } from "./wait-for-database";

export const DATABASE_NAME = "homeward";
const DRAFT_NAME = "homeward_new";

export type OpenDatabase = {
  ownerUrl: string;
  appUrl: string;
  /** Null where the operator runs the server. */
  server: EmbeddedDatabase | null;
};

/** Fills an empty database through the product's verbs; as its owner it gives the rights that the application cannot give. */
export type Seed = (urls: { appUrl: string; ownerUrl: string }, isEmpty: boolean) => Promise<void>;

/** Opens the operator's database, or the one that comes with the product, at the present schema. */
export async function openDatabase(
  settings: Settings,
  keys: Keys,
  seed: Seed,
  signal: AbortSignal,
): Promise<OpenDatabase> {
  if (!settings.databaseUrl) return openEmbedded(settings.dataDir, keys, seed);
  const ownerUrl = settings.databaseUrl;
  await waitForDatabase("DATABASE_URL", ownerUrl, { signal });
  const login = settings.appDatabaseUrl
    ? { url: settings.appDatabaseUrl }
    : { password: keys.appPassword, mayChangePassword: false };
  const appUrl = await prepareDatabase(ownerUrl, login);
  await seed({ appUrl, ownerUrl }, await isEmpty(ownerUrl));
  return { ownerUrl, appUrl, server: null };
}

/** A new database gets its name only when it is whole: a first start that was killed is simply made again. */
async function openEmbedded(dataDir: string, keys: Keys, seed: Seed): Promise<OpenDatabase> {
  const server = await startEmbedded({ dataDir });
  const sql = openPool(server.url("postgres"), { max: 1, onnotice: () => undefined });
  try {
    const [known] = await sql`select from pg_database where datname = ${DATABASE_NAME}`;
    const name = known ? DATABASE_NAME : DRAFT_NAME;
    if (!known) {
      await sql`drop database if exists ${sql(DRAFT_NAME)} with (force)`;
      await sql`create database ${sql(DRAFT_NAME)}`;
    }
    const ownerUrl = server.url(name);
    const appUrl = new URL(await prepareDatabase(ownerUrl, { password: keys.appPassword, mayChangePassword: true }));
    await seed({ appUrl: appUrl.href, ownerUrl }, await isEmpty(ownerUrl));
    if (!known) await sql`alter database ${sql(DRAFT_NAME)} rename to ${sql(DATABASE_NAME)}`;
    appUrl.pathname = `/${DATABASE_NAME}`;
    return { ownerUrl: server.url(DATABASE_NAME), appUrl: appUrl.href, server };
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await sql.end();
  }
}

/** Whether nobody has an account yet. */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  const sql = openPool(databaseUrl, { max: 1, prepare: false });
  const [users] = await sql<{ isEmpty: boolean }[]>`select not exists (select from users) as "isEmpty"`;
  await sql.end();
  return users?.isEmpty ?? false;
}
