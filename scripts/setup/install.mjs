import { existsSync, readFileSync } from "node:fs";
import { runCommand } from "./command.mjs";
import { withLock } from "./file-lock.mjs";

const LOCK_FILE = "package-lock.json";
/** npm writes this last, so an interrupted installation has none. */
const INSTALLED_FILE = "node_modules/.package-lock.json";

/** Installs what package-lock.json names, unless that is what is installed. Uses nothing but Node. */
export async function ensureInstalled() {
  requireNode();
  if (isInstalled()) return;
  const say = () => console.log("Another start is installing; waiting for it.");
  await withLock(".next-locks/install", install, say);
}

function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Homeward needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

function isInstalled() {
  if (!existsSync(INSTALLED_FILE)) return false;
  const wanted = packagesOf(LOCK_FILE);
  const present = packagesOf(INSTALLED_FILE);
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const found = present[path];
    return path === "" || (found ? found.version === version && found.integrity === integrity : optional === true);
  });
}

const packagesOf = (file) => JSON.parse(readFileSync(file, "utf8")).packages;

/** With the development tools, whatever NODE_ENV says: the build type-checks the tests too. */
async function install() {
  // Another start may have done it while this one waited.
  if (isInstalled()) return;
  console.log("Installing what the product needs (about a minute, once) …");
  const env = { ...process.env, NODE_ENV: "development" };
  const code = await runCommand("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], { env });
  if (code === 0) return;
  console.error(`npm ci failed with code ${code}; nothing was started.`);
  process.exit(1);
}
