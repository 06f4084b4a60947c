import { readEnv } from "../../lib/env";
import type { Keys } from "./keys";
import type { Settings } from "./settings";

/** The environment of the web server, the worker and the seed: the owner's address of the database stays out of it. */
export function childEnv(settings: Settings, keys: Keys, appDatabaseUrl: string): NodeJS.ProcessEnv {
  const { DATABASE_URL: _owner, AUTH_SECRET: _secret, DEMO_PASSWORD: _password, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    APP_DATABASE_URL: appDatabaseUrl,
    NEXTAUTH_URL: settings.appUrl,
    NEXTAUTH_SECRET: settings.authSecret ?? keys.authSecret,
    INSTANCE_ID: keys.instanceId,
    DATA_DIR: settings.dataDir,
    HOMEWARD_DIST_DIR: settings.distDir,
    ...(settings.isDemo ? { PLATFORM_SUPPORT: "1" } : {}),
  };
}

/** Refuses what the application would refuse, before anything is started and by the names the operator used. */
export function requireFitEnv(settings: Settings, keys: Keys): void {
  try {
    readEnv(childEnv(settings, keys, "postgres://not-known-yet"));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new Error(error.message.replaceAll("NEXTAUTH_SECRET", "AUTH_SECRET").replaceAll("NEXTAUTH_URL", "APP_URL"));
  }
}
