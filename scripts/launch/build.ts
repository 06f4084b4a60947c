import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "../setup/command.mjs";
import { withLock } from "../setup/file-lock.mjs";
import { hashSources } from "./sources";

const BUILD = ["--import", "./scripts/setup/closed-output.mjs", "node_modules/next/dist/bin/next", "build"];

/** Builds the web application into `distDir` unless what is there was built from the same sources. */
export async function ensureBuilt(distDir: string, signal: AbortSignal): Promise<void> {
  if (isBuilt(distDir)) return;
  const say = () => console.log("Another start is building; waiting for it.");
  await withLock(`.next-locks/build${distDir}`, () => build(distDir, signal), say);
}

async function build(distDir: string, signal: AbortSignal): Promise<void> {
  if (isBuilt(distDir) || signal.aborted) return;
  console.log("Building the web application (about a minute, after each change) …");
  const stamp = stampOf(distDir);
  const sources = hashSources();
  rmSync(stamp, { force: true });
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    HOMEWARD_DIST_DIR: distDir,
  };
  // Next adds the types of its output folder to tsconfig.json; those of a test build do not belong there.
  const tsconfig = readFileSync("tsconfig.json");
  const code = await runCommand(process.execPath, BUILD, { env, signal });
  if (!readFileSync("tsconfig.json").equals(tsconfig)) writeFileSync("tsconfig.json", tsconfig);
  if (code !== 0) throw new Error(`The build failed with code ${code}.`);
  writeFileSync(stamp, sources);
}

const stampOf = (distDir: string): string => join(distDir, "homeward-sources");

const isBuilt = (distDir: string): boolean =>
  existsSync(stampOf(distDir)) && readFileSync(stampOf(distDir), "utf8") === hashSources();
