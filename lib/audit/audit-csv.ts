import type { Db } from "@/db/client";
import { type AuditFilter, type AuditRow, listAudit } from "@/db/queries/audit";
import { withSeller } from "@/db/tenant";
import { csvOf } from "../csv";

const COLUMNS = [
  "at",
  "return",
  "event",
  "from_status",
  "to_status",
  "actor",
  "actor_name",
  "job",
  "file",
  "data",
  "id",
];
const AT_ONCE = 500;

const rowOf = (event: AuditRow) => ({
  at: event.at.toISOString(),
  return: `R-${event.number}`,
  event: event.kind,
  from_status: event.fromStatus,
  to_status: event.toStatus,
  actor: event.actorKind,
  actor_name: event.actorName,
  job: event.jobId,
  file: event.importFile,
  data: JSON.stringify(event.data),
  id: event.id,
});

/** Everything that happened and matches, as CSV, newest first, read a part at a time; instants in UTC. */
export function auditCsv(db: Db, sellerId: string, filter: AuditFilter): AsyncGenerator<string> {
  const rows = (async function* () {
    let after: string | null = null;
    for (;;) {
      const page = { after, before: null, limit: AT_ONCE };
      const events: AuditRow[] = await withSeller(db, sellerId, (tx) => listAudit(tx, sellerId, filter, page));
      for (const event of events) yield rowOf(event);
      after = events.at(-1)?.id ?? null;
      if (events.length < AT_ONCE) break;
    }
  })();
  return csvOf(rows, COLUMNS);
}
