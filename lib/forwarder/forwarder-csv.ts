import type { Db } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { minorToDecimal } from "@/lib/kernel/money";
import { csvOf } from "@/lib/platform/csv";
import type { Outbound } from "@/lib/policy/judging/facts";
import { type ForwarderKey, listOutboundTasks, type OutboundTask } from "./forwarder";

const COLUMNS = [
  "order",
  "channel",
  "return",
  "item",
  "items",
  "buyer",
  "ordered_on",
  "shipped_on",
  "requested_on",
  "value",
  "currency",
  "answer_by",
  "buyer_written_to",
];
const AT_ONCE = 500;

const rowOf = (task: OutboundTask) => ({
  order: task.orderNumber,
  channel: task.channel.name,
  return: `R-${task.number}`,
  item: task.itemName,
  items: task.lineCount,
  buyer: task.buyerName,
  ordered_on: task.orderedOn,
  shipped_on: task.shippedOn,
  requested_on: task.requestedOn,
  value: task.valueMinor === null ? null : minorToDecimal({ amountMinor: task.valueMinor, currency: task.currency }),
  currency: task.currency,
  answer_by: task.deadline?.dueAt.toISOString() ?? null,
  buyer_written_to: task.hasWritten ? "yes" : "no",
});

/** The requests whose parcel is in one place, as CSV by next deadline, read a part at a time; instants in UTC. */
export function forwarderCsv(db: Db, sellerId: string, outbound: Outbound): AsyncGenerator<string> {
  const rows = (async function* () {
    let after: ForwarderKey | null = null;
    for (;;) {
      const page = { outbound, limit: AT_ONCE, after, before: null };
      // One row more than asked for says that there is another page; it comes again with that one.
      const found: OutboundTask[] = await withSeller(db, sellerId, (tx) => listOutboundTasks(tx, sellerId, page));
      for (const task of found.slice(0, AT_ONCE)) yield rowOf(task);
      const last = found.slice(0, AT_ONCE).at(-1);
      if (!last || found.length <= AT_ONCE) break;
      after = { at: last.dueSort, id: last.id };
    }
  })();
  return csvOf(rows, COLUMNS);
}
