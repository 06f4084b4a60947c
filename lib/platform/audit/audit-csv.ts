import type { Db, Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { csvOf } from "../csv";
import type { Reading } from "../ctx";
import { ACTOR_WORDS } from "./actor-words";
import { type AuditFilter, type AuditRow, listAudit } from "./audit";
import { listSellerEvents, type SellerEventRow } from "./seller-events";

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
  actor: ACTOR_WORDS[event.actorKind],
  actor_name: event.actorName,
  job: event.bulkActId,
  file: event.importFile,
  data: JSON.stringify(event.data),
  id: event.id,
});

const SHOP_COLUMNS = ["at", "event", "about", "changes", "actor", "actor_name", "data", "id"];

/** Of what an event is, and what changed, in the reader's words. */
type Tell = (event: SellerEventRow) => { about: string; changes: string };

const shopRowOf = (tell: Tell) => (event: SellerEventRow) => ({
  at: event.at.toISOString(),
  event: event.kind,
  ...tell(event),
  actor: ACTOR_WORDS[event.actorKind],
  actor_name: event.actorName,
  data: JSON.stringify(event.data),
  id: event.id,
});

type Read<Row> = (tx: Tx, page: { after: string | null; before: null; limit: number }) => Promise<Row[]>;

/** Rows of a list, newest first, read a part at a time. */
async function* allOf<Row extends { id: string }>(db: Db, sellerId: string, read: Read<Row>): AsyncGenerator<Row> {
  let after: string | null = null;
  for (;;) {
    const page = { after, before: null, limit: AT_ONCE };
    const rows: Row[] = await withSeller(db, sellerId, (tx) => read(tx, page));
    yield* rows;
    after = rows.at(-1)?.id ?? null;
    if (rows.length < AT_ONCE) return;
  }
}

async function* mapped<Row, Out>(rows: AsyncGenerator<Row>, to: (row: Row) => Out): AsyncGenerator<Out> {
  for await (const row of rows) yield to(row);
}

/** What was done to the shop itself and matches, as CSV, newest first; instants in UTC. */
export const shopAuditCsv = ({ db, sellerId }: Reading, filter: AuditFilter, tell: Tell): AsyncGenerator<string> =>
  csvOf(
    mapped(
      allOf(db, sellerId, (tx, page) => listSellerEvents(tx, sellerId, filter, page)),
      shopRowOf(tell),
    ),
    SHOP_COLUMNS,
  );

/** Everything that happened and matches, as CSV, newest first, read a part at a time; instants in UTC. */
export const auditCsv = ({ db, sellerId }: Reading, filter: AuditFilter): AsyncGenerator<string> =>
  csvOf(
    mapped(
      allOf(db, sellerId, (tx, page) => listAudit(tx, sellerId, filter, page)),
      rowOf,
    ),
    COLUMNS,
  );
