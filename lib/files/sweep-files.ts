import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Db } from "@/db/client";
import { listFileIds } from "@/db/queries/files";
import { withSeller } from "@/db/tenant";
import { isId } from "../ids";
import { filesFolder } from "./store-file";

const HOUR = 3_600_000;

/**
 * Removes what a crash in the middle of an upload left behind: files older than an hour that no row knows. Answers how
 * many.
 */
export async function sweepFiles(db: Db, where: { dataDir: string; sellerId: string; now: Date }): Promise<number> {
  const folder = filesFolder(where.dataDir, where.sellerId);
  const names = await readdir(folder);
  const known = new Set(
    await withSeller(db, where.sellerId, (tx) => listFileIds(tx, where.sellerId, names.filter(isId))),
  );
  let swept = 0;
  for (const name of names.filter((name) => !known.has(name))) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (where.now.getTime() - mtimeMs < HOUR) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}
