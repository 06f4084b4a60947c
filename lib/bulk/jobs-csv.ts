import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { csvOf } from "@/lib/platform/csv";
import { type JobRow, listJobs } from "./job-list";

const COLUMNS = ["started_at", "finished_at", "act", "state", "by", "total", "done", "refused", "not_found", "id"];
const AT_ONCE = 500;

const rowOf = (job: JobRow) => ({
  started_at: job.createdAt.toISOString(),
  finished_at: job.finishedAt?.toISOString() ?? "",
  act: job.kind,
  state: job.state,
  by: job.createdByName,
  total: job.total,
  done: job.moved,
  refused: job.refused,
  not_found: job.notFound,
  id: job.id,
});

/** Every act on many returns as CSV, newest first; instants in UTC. */
export function jobsCsv(db: Db, sellerId: string): AsyncGenerator<string> {
  const rows = (async function* () {
    let after: string | null = null;
    for (;;) {
      const page = { after, before: null, limit: AT_ONCE };
      const found: JobRow[] = await withSeller(db, sellerId, (tx) => listJobs(tx, sellerId, page));
      for (const job of found) yield rowOf(job);
      after = found.at(-1)?.id ?? null;
      if (found.length < AT_ONCE) break;
    }
  })();
  return csvOf(rows, COLUMNS);
}
