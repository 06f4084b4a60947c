import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDERS = ["app", "components", "db", "lib", "public"];
const FILES = [
  "package-lock.json",
  "next.config.js",
  "postcss.config.mjs",
  "proxy.ts",
  "scripts/worker.ts",
  "tailwind.config.ts",
  "tsconfig.json",
];
const IS_NO_SOURCE = /\.(test|spec)\.tsx?$|^db\/(migrations|seed|testing)/;

/** What a build was made of: another hash, another build. */
export function hashSources(): string {
  const inFolders = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/")),
  );
  const hash = createHash("sha256").update(process.version);
  for (const file of [...inFolders, ...FILES.filter((name) => existsSync(name))].sort()) {
    if (!IS_NO_SOURCE.test(file)) hash.update(file).update(readFileSync(file));
  }
  return hash.digest("hex");
}
