import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { isId } from "@/lib/kernel/ids";
import { product } from "@/lib/policy/actor";
import { needsNoFiles } from "@/lib/policy/machines/import/statuses";
import { findImport } from "./imports";
import { discardImport } from "./start-import";
import { removeStoredFiles } from "./stored-files";

const WEEK = 7 * 24 * 3_600_000;

/** Removes the files of imports that need them no longer, and imports nobody went on with for a week. */
export async function sweepImports(db: Db, where: { dataDir: string; sellerId: string; now: Date }): Promise<void> {
  const { dataDir, sellerId, now } = where;
  const names = await readdir(join(dataDir, "imports", sellerId));
  for (const importId of names.filter(isId)) {
    const row = await withSeller(db, sellerId, (tx) => findImport(tx, sellerId, importId));
    if (!row || needsNoFiles(row.state)) await removeStoredFiles({ dataDir, sellerId, importId });
    else if (now.getTime() - row.createdAt.getTime() > WEEK)
      await discardImport({ db, sellerId, actor: product("import"), now }, { dataDir, importId });
  }
}
