import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { csvOf } from "@/lib/platform/csv";
import type { MessageState } from "@/lib/policy/messages/message";
import { listMessages, type MailRow } from "./mailbox";

const COLUMNS = ["at", "kind", "state", "to_name", "to_address", "language", "subject", "return", "sent_at", "id"];
const AT_ONCE = 500;

const rowOf = (row: MailRow) => ({
  at: row.createdAt.toISOString(),
  kind: row.kind,
  state: row.state,
  to_name: row.toName,
  to_address: row.toAddress,
  language: row.locale,
  subject: row.subject,
  return: row.number === null ? "" : `R-${row.number}`,
  sent_at: row.sentAt?.toISOString() ?? "",
  id: row.id,
});

/** Every message in one of these states (null: in any) as CSV, newest first; instants in UTC. */
export function mailboxCsv(
  db: Db,
  { sellerId, states }: { sellerId: string; states: readonly MessageState[] | null },
): AsyncGenerator<string> {
  const rows = (async function* () {
    let after: { at: string; id: string } | null = null;
    for (;;) {
      const page = { states, after, before: null, limit: AT_ONCE };
      const found: MailRow[] = await withSeller(db, sellerId, (tx) => listMessages(tx, sellerId, page));
      const shown = found.slice(0, AT_ONCE);
      for (const row of shown) yield rowOf(row);
      const last = shown.at(-1);
      if (!last || found.length <= AT_ONCE) break;
      after = { at: last.createdAt.toISOString(), id: last.id };
    }
  })();
  return csvOf(rows, COLUMNS);
}
