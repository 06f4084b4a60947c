import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The one without a window does the same work with less. */
const NAMES = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MINUTES_MS = 60_000;

/**
 * A Chromium for the browser tests: the one named by CHROMIUM_PATH, one that is installed, Playwright's own download, or
 * the system's package. Null when none of them can be had.
 */
export async function findBrowser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const installed = installedBrowser();
  if (installed) return installed;
  const { chromium } = await import("@playwright/test");
  const downloaded = chromium.executablePath();
  if (!runs(downloaded)) {
    console.log("No browser is installed; asking Playwright for its own …");
    const cli = ["node_modules/@playwright/test/cli.js", "install", "chromium"];
    spawnSync(process.execPath, cli, { stdio: "inherit", timeout: 10 * MINUTES_MS });
  }
  if (runs(downloaded)) return downloaded;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("Asking the system's package manager for Chromium …");
    const options = {
      stdio: "inherit",
      timeout: 15 * MINUTES_MS,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    spawnSync("apt-get", ["update"], options);
    const install = (name) => spawnSync("apt-get", ["install", "-y", "--no-install-recommends", name], options);
    if (install(NAMES[0]).status !== 0) install("chromium");
  }
  return installedBrowser();
}

/** The one in PATH, or null. */
export function installedBrowser() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(runs) ?? null;
}

/** Some systems keep a stub of that name that only says where to get the browser. */
const runs = (path) => existsSync(path) && spawnSync(path, ["--version"], { timeout: MINUTES_MS }).status === 0;
