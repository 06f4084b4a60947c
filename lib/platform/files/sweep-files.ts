import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { isId } from "@/lib/kernel/ids";
import { deleteUnusedFiles, listFileIds } from "./files";
import { filesFolder } from "./store-file";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Removes labels uploaded a day ago or longer that no return uses, and what a crash in the middle of an upload left
 * behind: files older than an hour that no row knows. Answers how many files went. Two at once do no harm.
 */
export async function sweepFiles(db: Db, where: { dataDir: string; sellerId: string; now: Date }): Promise<number> {
  const { sellerId, now } = where;
  const folder = filesFolder(where.dataDir, sellerId);
  const names = await readdir(folder);
  const known = await withSeller(db, sellerId, async (tx) => {
    await deleteUnusedFiles(tx, sellerId, new Date(now.getTime() - DAY));
    return new Set(await listFileIds(tx, sellerId, names.filter(isId)));
  });
  let swept = 0;
  for (const name of names.filter((name) => !known.has(name))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (!found || now.getTime() - found.mtimeMs < HOUR) continue;
    await rm(path, { force: true });
    swept += 1;
  }
  return swept;
}
