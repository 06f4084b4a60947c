import { resolve } from "node:path";

/** What the operator said, by environment variables; nothing else reads them on the way up. */
export type Settings = {
  port: number;
  /** Absolute. */
  dataDir: string;
  distDir: string;
  isDemo: boolean;
  databaseUrl: string | undefined;
  appDatabaseUrl: string | undefined;
  appUrl: string;
  authSecret: string | undefined;
  demoPassword: string | undefined;
};

/** Throws a sentence that names the variable at fault. */
export type Env = Record<string, string | undefined>;

export function readSettings(env: Env): Settings {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is not a port: ${env.PORT}`);
  const databaseUrl = env.DATABASE_URL || undefined;
  const authSecret = env.AUTH_SECRET || undefined;
  if (databaseUrl) requireUrl("DATABASE_URL", databaseUrl, /^postgres(ql)?:$/);
  if (env.APP_DATABASE_URL && !databaseUrl) throw new Error("APP_DATABASE_URL needs DATABASE_URL, for the migrations.");
  if (env.APP_DATABASE_URL) requireUrl("APP_DATABASE_URL", env.APP_DATABASE_URL, /^postgres(ql)?:$/);
  if (env.APP_URL) requireUrl("APP_URL", env.APP_URL, /^https?:$/);
  // On this machine alone a secret kept in the data folder will do; an address for others needs the operator's.
  if (env.APP_URL && !authSecret) {
    throw new Error("AUTH_SECRET is missing: with APP_URL, give a random text of 32 characters or more.");
  }
  return {
    port,
    dataDir: resolve(env.DATA_DIR || ".data"),
    distDir: env.HOMEWARD_DIST_DIR || ".next",
    isDemo: env.DEMO ? env.DEMO !== "0" : databaseUrl === undefined,
    databaseUrl,
    appDatabaseUrl: env.APP_DATABASE_URL || undefined,
    appUrl: env.APP_URL?.replace(/\/+$/, "") || `http://localhost:${port}`,
    authSecret,
    demoPassword: env.DEMO_PASSWORD || undefined,
  };
}

function requireUrl(name: string, value: string, protocol: RegExp): void {
  if (!URL.canParse(value) || !protocol.test(new URL(value).protocol)) throw new Error(`${name} is not an address.`);
}
