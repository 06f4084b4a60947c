import { createHash } from "node:crypto";
import { proxyList } from "../../lib/platform/client-address";
import { readEnv } from "../../lib/platform/env";
import { hashSetupCode } from "../../lib/team/setup-code";
import type { Keys } from "./keys";
import type { Settings } from "./settings";
import { setupCodeOf } from "./setup-code";

type Known = Pick<Keys, "authSecret" | "instanceId">;

/** The environment of the web server, the worker and the seed: the owner's address of the database stays out of it. */
export function childEnv(settings: Settings, keys: Known, appDatabaseUrl: string): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _owner,
    AUTH_SECRET: _secret,
    DEMO_PASSWORD: _password,
    SETUP_CODE: _code,
    ...inherited
  } = process.env;
  const secret = settings.authSecret ?? keys.authSecret;
  return {
    ...inherited,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    // The allocator of glibc keeps an area for each thread; two are enough, and what is freed goes back.
    MALLOC_ARENA_MAX: inherited.MALLOC_ARENA_MAX ?? "2",
    APP_DATABASE_URL: appDatabaseUrl,
    NEXTAUTH_URL: settings.appUrl,
    NEXTAUTH_SECRET: secret,
    SETUP_CODE_HASH: hashSetupCode(setupCodeOf(settings, secret)),
    INSTANCE_ID: settings.authSecret ? sharedId(settings.authSecret) : keys.instanceId,
    DATA_DIR: settings.dataDir,
    HOMEWARD_DIST_DIR: settings.distDir,
    ...(settings.isDemo ? { PLATFORM_SUPPORT: "1" } : {}),
  };
}

/** Web servers that share a secret on several machines share their cookies too, whatever lies in their data folders. */
const sharedId = (secret: string): string =>
  createHash("sha256").update(`instance:${secret}`).digest("hex").slice(0, 8);

/** Refuses what the application would refuse, before anything is started and by the names the operator used. */
export function requireFitEnv(settings: Settings, keys: Known): void {
  if (settings.databaseUrl && !settings.isDemo) requireSaid(settings);
  try {
    const { TRUSTED_PROXY } = readEnv(childEnv(settings, keys, "postgres://not-known-yet"));
    proxyList(TRUSTED_PROXY);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new Error(error.message.replaceAll("NEXTAUTH_SECRET", "AUTH_SECRET").replaceAll("NEXTAUTH_URL", "APP_URL"));
  }
}

/** A demo may make these up; what is to last, with a database of its own, may not. */
function requireSaid({ hasAppUrl, authSecret }: Settings): void {
  if (!hasAppUrl) {
    throw new Error(
      "APP_URL is missing: with DATABASE_URL, give the address people open, as https://returns.example.com.",
    );
  }
  if (!authSecret) throw new Error("AUTH_SECRET is missing: give a random text of 32 characters or more.");
}
