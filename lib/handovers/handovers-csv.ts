import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { csvOf } from "@/lib/platform/csv";
import type { HandoverKey, HandoverSort } from "@/lib/policy/machines/return/handover-order";
import { type HandoverRow, listOpenHandovers } from "./handovers";

const COLUMNS = [
  "return",
  "order",
  "rma",
  "marketplace_rma",
  "decision",
  "opened_at",
  "requested_on",
  "status",
  "items",
  "label",
  "close_reason",
  "comment",
  "decided_by",
  "decided_at",
  "id",
];
const AT_ONCE = 500;

const rowOf = (row: HandoverRow) => ({
  return: `R-${row.number}`,
  order: row.orderNumber,
  rma: row.rma,
  marketplace_rma: row.channelRma,
  decision: row.move,
  opened_at: row.openedAt.toISOString(),
  requested_on: row.requestedOn,
  status: row.status,
  items: row.items.map(({ sku, title, quantity }) => `${quantity} × ${sku ?? title ?? "?"}`).join("; "),
  label: row.labelKind,
  close_reason: row.closeReason,
  comment: row.closeComment,
  decided_by: row.decider?.actorName ?? row.decider?.actorKind ?? "",
  decided_at: row.decider?.at.toISOString() ?? "",
  id: row.returnId,
});

type Asked = { sellerId: string; channelId: string; sort: HandoverSort };

/** What is still to be done on a marketplace as CSV, in the order of its list; instants in UTC. */
export function handoversCsv(db: Db, { sellerId, channelId, sort }: Asked): AsyncGenerator<string> {
  const rows = (async function* () {
    let after: HandoverKey | null = null;
    for (;;) {
      const page = { sort, limit: AT_ONCE, after, before: null, without: [] };
      const found: HandoverRow[] = await withSeller(db, sellerId, (tx) =>
        listOpenHandovers(tx, sellerId, channelId, page),
      );
      const shown = found.slice(0, AT_ONCE);
      for (const row of shown) yield rowOf(row);
      const last = shown.at(-1);
      if (!last || found.length <= AT_ONCE) break;
      after = { rank: last.rank, requestedOn: last.requestedOn, id: last.returnId };
    }
  })();
  return csvOf(rows, COLUMNS);
}
