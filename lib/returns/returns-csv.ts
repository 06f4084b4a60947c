import { z } from "zod";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { listChannelNames } from "@/lib/insights/insights";
import { minorToDecimal } from "@/lib/kernel/money";
import { csvOf } from "@/lib/platform/csv";
import { oneMarketplace } from "@/lib/policy/judging/one-marketplace";
import { bearsRma } from "@/lib/policy/machines/return/bears-rma";
import { type ExportedReturn, listExported } from "./returns-export";
import { seenBy } from "./shared/filter";
import { selectionSchema } from "./shared/selection";

const COLUMNS = [
  "return",
  "rma",
  "marketplace_rma",
  "order",
  "channel",
  "status",
  "verdict",
  "reason",
  "sku",
  "title",
  "quantity",
  "amount",
  "currency",
  "assignee",
  "requested_on",
  "next_deadline",
  "answer_due",
  "answer",
  "decided_at",
  "decided_by",
  "close_reason",
  "id",
];
const RMA = ["rma", "marketplace_rma"];
const AT_ONCE = 500;

/** Which returns, by the day of their request: the newest first, or the oldest. */
export const exportSchema = z.strictObject({ selection: selectionSchema, isOldestFirst: z.boolean() });
type Export = z.infer<typeof exportSchema>;

// What several lines say differently stands side by side in one cell: a row stays a return.
const joined = (texts: readonly (string | null)[]) => [...new Set(texts.filter((text) => text !== null))].join("; ");

const rowOf = ({ lines, valueMinor, currency, answer, decision, ...row }: ExportedReturn) => ({
  return: `R-${row.number}`,
  rma: row.rma,
  marketplace_rma: row.channelRma,
  order: row.orderNumber,
  channel: row.channel,
  status: row.status,
  verdict: row.verdict,
  reason: joined(lines.map(({ reason }) => reason)),
  sku: joined(lines.map(({ sku }) => sku)),
  title: joined(lines.map(({ title }) => title)),
  quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  amount: valueMinor === null ? "" : minorToDecimal({ amountMinor: valueMinor, currency }),
  currency,
  assignee: row.assignee,
  requested_on: row.requestedOn,
  next_deadline: row.nextDueAt?.toISOString() ?? "",
  answer_due: answer ? new Date(answer.dueAt).toISOString() : "",
  answer: answer?.state ?? "",
  decided_at: decision ? new Date(decision.at).toISOString() : "",
  decided_by: decision?.by ?? "",
  close_reason: row.closeReason,
  id: row.id,
});

type Asked = Export & { sellerId: string; userId: string };

/**
 * Returns as CSV, one a row, read a part at a time; instants in UTC, an unknown amount empty. Where the whole list is on
 * a marketplace that knows no RMA, it has none.
 */
export async function* returnsCsv(
  db: Db,
  { sellerId, userId, selection, isOldestFirst }: Asked,
): AsyncGenerator<string> {
  const channels = await withSeller(db, sellerId, (tx) => listChannelNames(tx, sellerId));
  const marketplace = oneMarketplace(channels, selection.mode === "ids" ? null : selection.filter.channel);
  const columns = marketplace && !bearsRma(marketplace) ? COLUMNS.filter((name) => !RMA.includes(name)) : COLUMNS;
  const scope =
    selection.mode === "ids"
      ? { ids: selection.ids }
      : {
          filter: seenBy(selection.filter, userId),
          snapshotAt: new Date(selection.snapshotAt),
          excludedIds: selection.excludedIds,
        };
  const rows = (async function* () {
    let after: ExportedReturn | null = null;
    for (;;) {
      const part = { scope, isOldestFirst, after, limit: AT_ONCE };
      const found: ExportedReturn[] = await withSeller(db, sellerId, (tx) => listExported(tx, sellerId, part));
      for (const row of found) yield rowOf(row);
      after = found.at(-1) ?? null;
      if (found.length < AT_ONCE) break;
    }
  })();
  yield* csvOf(rows, columns);
}
