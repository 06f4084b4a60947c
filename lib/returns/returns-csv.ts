import { z } from "zod";
import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { listChannelNames } from "@/lib/insights/insights";
import { list } from "@/lib/kernel/list/list";
import { listCsv } from "@/lib/platform/list/list-csv";
import { oneMarketplace } from "@/lib/policy/judging/one-marketplace";
import { bearsRma } from "@/lib/policy/machines/return/bears-rma";
import { type ExportedReturn, listExported } from "./returns-export";
import { seenBy } from "./shared/filter";
import { selectionSchema } from "./shared/selection";

const RMA = ["rma", "marketplace_rma"] as const;
const AT_ONCE = 500;

/** Which returns, by the day of their request: the newest first, or the oldest. */
export const exportSchema = z.strictObject({ selection: selectionSchema, isOldestFirst: z.boolean() });
type Export = z.infer<typeof exportSchema>;

// What several lines say differently stands side by side in one cell: a row stays a return.
const joined = (texts: readonly (string | null)[]) => [...new Set(texts.filter((text) => text !== null))].join("; ");

/** A return as it is taken away: one a row, under these names. */
const EXPORTED = list<ExportedReturn>()({
  filter: {},
  columns: {
    return: { value: ({ number }) => `R-${number}` },
    rma: { value: ({ rma }) => rma },
    marketplace_rma: { value: ({ channelRma }) => channelRma },
    order: { value: ({ orderNumber }) => orderNumber },
    channel: { value: ({ channel }) => channel },
    status: { value: ({ status }) => status },
    verdict: { value: ({ verdict }) => verdict },
    reason: { value: ({ lines }) => joined(lines.map(({ reason }) => reason)) },
    sku: { value: ({ lines }) => joined(lines.map(({ sku }) => sku)) },
    title: { value: ({ lines }) => joined(lines.map(({ title }) => title)) },
    quantity: { value: ({ lines }) => lines.reduce((sum, { quantity }) => sum + quantity, 0) },
    amount: {
      value: ({ valueMinor, currency }) => (valueMinor === null ? null : { amountMinor: valueMinor, currency }),
    },
    currency: { value: ({ currency }) => currency },
    assignee: { value: ({ assignee }) => assignee },
    requested_on: { value: ({ requestedOn }) => requestedOn, sort: "date" },
    next_deadline: { value: ({ nextDueAt }) => nextDueAt },
    answer_due: { value: ({ answer }) => answer && new Date(answer.dueAt) },
    answer: { value: ({ answer }) => answer?.state ?? null },
    decided_at: { value: ({ decision }) => decision && new Date(decision.at) },
    decided_by: { value: ({ decision }) => decision?.by ?? null },
    close_reason: { value: ({ closeReason }) => closeReason },
    id: { value: ({ id }) => id },
  },
  sort: (_filter) => "-requested_on",
  sizes: [500],
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
  const marketplace = oneMarketplace(channels, selection.mode === "ids" ? [] : selection.filter.channel);
  const without = marketplace && !bearsRma(marketplace) ? RMA : [];
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
      yield* found;
      after = found.at(-1) ?? null;
      if (found.length < AT_ONCE) break;
    }
  })();
  yield* listCsv(EXPORTED, rows, { without });
}
