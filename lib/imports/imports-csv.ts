import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { csvOf } from "@/lib/platform/csv";
import { type ImportRow, listRecentImports } from "./imports";

const COLUMNS = [
  "started_at",
  "finished_at",
  "channel",
  "kind",
  "files",
  "state",
  "by",
  "new",
  "changed",
  "unchanged",
  "refused",
  "id",
];
const AT_MOST = 10_000;

const rowOf = (row: ImportRow) => ({
  started_at: row.createdAt.toISOString(),
  finished_at: row.finishedAt?.toISOString(),
  channel: row.channelName,
  kind: row.kind,
  files: row.files.map(({ name }) => name).join("; "),
  state: row.state,
  by: row.createdByName,
  new: row.newCount,
  changed: row.changedCount,
  unchanged: row.unchangedCount,
  refused: row.refusedCount,
  id: row.id,
});

/** Every import as CSV, newest first; instants in UTC. */
export function importsCsv(db: Db, sellerId: string): AsyncGenerator<string> {
  const rows = (async function* () {
    const found = await withSeller(db, sellerId, (tx) => listRecentImports(tx, sellerId, AT_MOST));
    for (const row of found) yield rowOf(row);
  })();
  return csvOf(rows, COLUMNS);
}
