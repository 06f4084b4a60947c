import { join } from "node:path";
import { ensureBuilt } from "./launch/build";
import { bundleDirOf, ensureBundled } from "./launch/bundle";
import { childEnv, requireFitEnv } from "./launch/child-env";
import { openDatabase } from "./launch/database";
import { DEMO_ACCOUNTS, demoSeed } from "./launch/demo";
import { type Keys, readKeys } from "./launch/keys";
import { requireFreePort, waitForPort } from "./launch/ports";
import { loopbackOf, readSettings, type Settings } from "./launch/settings";
import { saySetupCode } from "./launch/setup-code";
import { supervise } from "./launch/supervise";
import { watchDatabase } from "./launch/watch-database";
import { bundledWorkerArgs, WORKER_ARGS } from "./launch/worker-args";
import { tryLock } from "./setup/file-lock.mjs";
import { whenShellEnds } from "./setup/npm-shell.mjs";

const NEXT = "node_modules/next/dist/bin/next";

/** `npm run dev`: the same product, with pages that follow their sources. */
const isDev = process.argv.includes("--dev");

/** Brings everything up, waits for the signal, and leaves what has to be closed, in order, in `closers`. */
async function serve(signal: AbortSignal, closers: (() => void | Promise<void>)[]): Promise<void> {
  const settings = readSettings(process.env);
  const release = tryLock(join(settings.dataDir, "running.lock"));
  if (!release)
    throw new Error(`Homeward is already running on ${settings.dataDir}. Another instance needs its own DATA_DIR.`);
  closers.push(release);
  await requireFreePort(settings.port);
  const keys = readKeys(settings.dataDir);
  requireFitEnv(settings, keys);
  if (!isDev) await ensureBuilt(settings.distDir, signal);
  if (!isDev && !signal.aborted) await ensureBundled(settings.distDir);
  if (signal.aborted) return;

  const database = await openDatabase(settings, keys, demoSeed(settings, keys, signal), signal);
  if (database.server) closers.push(watchDatabase(database.server, settings.dataDir).stop);
  if (signal.aborted) return;
  const env = childEnv(settings, keys, database.appUrl);
  const bundleDir = bundleDirOf(settings.distDir);
  Object.assign(env, isDev ? { NODE_ENV: "development" } : { HOMEWARD_BUNDLE: bundleDir });
  const worker = supervise("worker", isDev ? WORKER_ARGS : bundledWorkerArgs(bundleDir), env);
  const host = loopbackOf(settings);
  const listen = ["-p", String(settings.port), ...(host ? ["-H", host] : [])];
  const web = supervise("web server", [NEXT, isDev ? "dev" : "start", ...listen], env);
  closers.push(async () => void (await Promise.all([web.stop(), worker.stop()])));
  await waitForPort(settings.port, signal);
  if (!signal.aborted) {
    greet(settings, keys);
    await saySetupCode(settings, settings.authSecret ?? keys.authSecret, database.appUrl);
  }
  await new Promise<void>((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener("abort", () => resolve()),
  );
  console.log("Stopping …");
}

function greet(settings: Settings, keys: Keys): void {
  console.log(`\nHomeward is ready: ${settings.appUrl}\n`);
  if (!settings.isDemo) return;
  for (const [email, place] of DEMO_ACCOUNTS) console.log(`  ${email.padEnd(22)} ${place}`);
  console.log(`  password for all       ${keys.demoPassword}\n`);
}

const ending = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => ending.abort());
whenShellEnds(() => ending.abort());
const closers: (() => void | Promise<void>)[] = [];
try {
  await serve(ending.signal, closers);
} catch (error) {
  if (!ending.signal.aborted) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
} finally {
  for (const close of closers.reverse()) await close();
}
process.exit();
