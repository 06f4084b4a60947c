import { isMigrated, requireFitLogin } from "../db/fit";
import { ensureBuilt } from "./launch/build";
import { bundleDirOf, ensureBundled } from "./launch/bundle";
import { childEnv, requireFitEnv } from "./launch/child-env";
import { plainly } from "./launch/plainly";
import { readPartSettings } from "./launch/settings";
import { saySetupCode } from "./launch/setup-code";
import { waitForDatabase, waitUntil } from "./launch/wait-for-database";
import { bundledWorkerArgs } from "./launch/worker-args";
import { runCommand } from "./setup/command.mjs";

/**
 * `npm run start:web`, `npm run start:worker`: one part of the product on its own, as often and on as many machines as
 * wanted. It knows the application's login alone; `npm run migrate` has been there before it, as the owner.
 */
const PARTS: Record<string, (settings: { port: number; distDir: string }) => string[]> = {
  web: ({ port }) => ["node_modules/next/dist/bin/next", "start", "-p", String(port)],
  worker: ({ distDir }) => bundledWorkerArgs(bundleDirOf(distDir)),
};

const ending = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => ending.abort());

async function serve(name: string, signal: AbortSignal): Promise<number> {
  const argsOf = PARTS[name];
  if (!argsOf) throw new Error(`There is no part named “${name}”, only ${Object.keys(PARTS).join(" and ")}.`);
  const settings = readPartSettings(process.env);
  // Nothing is made up here: parts that make things up would not agree.
  const keys = { authSecret: settings.authSecret, instanceId: "" };
  requireFitEnv(settings, keys);
  const { appDatabaseUrl } = settings;
  await waitForDatabase("APP_DATABASE_URL", appDatabaseUrl, { signal });
  await waitUntil(
    () => isMigrated(appDatabaseUrl),
    signal,
    "The database is not at this version yet: npm run migrate.",
  );
  await requireFitLogin(appDatabaseUrl);
  if (name === "web") {
    await ensureBuilt(settings.distDir, signal);
    await saySetupCode(settings, settings.authSecret, appDatabaseUrl);
  }
  if (signal.aborted) return 0;
  await ensureBundled(settings.distDir);
  const env = {
    ...childEnv(settings, keys, appDatabaseUrl),
    HOMEWARD_LAUNCHER: String(process.pid),
    HOMEWARD_BUNDLE: bundleDirOf(settings.distDir),
  };
  const args = ["--import", "./scripts/launch/follow-parent.mjs", ...argsOf(settings)];
  const code = await runCommand(process.execPath, args, { env, signal, graceMs: 15_000 });
  return signal.aborted ? 0 : code || 1;
}

await plainly(() => serve(process.argv[2] ?? "", ending.signal));
