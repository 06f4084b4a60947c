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
  /** Whether the operator gave the address, or it is this machine's own. */
  hasAppUrl: boolean;
  authSecret: string | undefined;
  setupCode: string | undefined;
  demoPassword: string | undefined;
};

export type Env = Record<string, string | undefined>;

/** Throws a sentence that names the variable at fault. */
export function readSettings(env: Env): Settings {
  if (env.APP_DATABASE_URL && !env.DATABASE_URL) {
    throw new Error("DATABASE_URL is missing: beside APP_DATABASE_URL it is needed for the migrations.");
  }
  return settingsOf(env);
}

/** What a web server or a worker on its own has to be told; the owner's address is no business of theirs. */
export function readPartSettings(env: Env): Settings & { appDatabaseUrl: string; authSecret: string } {
  const { appDatabaseUrl, authSecret, hasAppUrl, ...settings } = settingsOf({ ...env, DATABASE_URL: "", DEMO: "0" });
  if (!appDatabaseUrl)
    throw new Error("APP_DATABASE_URL is missing: the address of the database as the application's login.");
  if (!hasAppUrl) throw new Error("APP_URL is missing: the address people open, as https://returns.example.com.");
  if (!authSecret)
    throw new Error("AUTH_SECRET is missing: a random text of 32 characters or more, the same for all parts.");
  return { ...settings, appDatabaseUrl, authSecret, hasAppUrl };
}

function settingsOf(env: Env): Settings {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT is not a port: ${env.PORT}`);
  const databaseUrl = env.DATABASE_URL || undefined;
  const authSecret = env.AUTH_SECRET || undefined;
  if (databaseUrl) requireUrl("DATABASE_URL", databaseUrl, DATABASE);
  if (env.APP_DATABASE_URL) requireUrl("APP_DATABASE_URL", env.APP_DATABASE_URL, DATABASE);
  if (env.APP_URL) requireUrl("APP_URL", env.APP_URL, PAGE);
  if (env.SETUP_CODE && env.SETUP_CODE.length < SETUP_CODE_AT_LEAST) {
    throw new Error(`SETUP_CODE is too short: give ${SETUP_CODE_AT_LEAST} characters or more, or none at all.`);
  }
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
    hasAppUrl: Boolean(env.APP_URL),
    authSecret,
    setupCode: env.SETUP_CODE || undefined,
    demoPassword: env.DEMO_PASSWORD || undefined,
  };
}

const SETUP_CODE_AT_LEAST = 12;
const LOOPBACK: Record<string, string> = { localhost: "127.0.0.1", "127.0.0.1": "127.0.0.1", "[::1]": "::1" };

/** The one address to listen on while nobody else can be meant; undefined: all of them. */
export const loopbackOf = ({ appUrl }: Pick<Settings, "appUrl">): string | undefined =>
  LOOPBACK[new URL(appUrl).hostname];

const DATABASE = {
  protocol: /^postgres(ql)?:$/,
  shape: "postgres://user:password@host/database (signs in the password as %-codes)",
};
const PAGE = { protocol: /^https?:$/, shape: "https://returns.example.com" };

function requireUrl(name: string, value: string, { protocol, shape }: typeof PAGE): void {
  if (URL.canParse(value) && protocol.test(new URL(value).protocol)) return;
  throw new Error(`${name} is not an address like ${shape}.`);
}
