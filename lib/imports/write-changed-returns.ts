import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returnKeys, returnLines } from "@/db/schema";
import { inputRows, insertion, insertionIfAny } from "@/db/write-set";
import { searchKey } from "@/lib/kernel/search-key";
import { renumberings } from "@/lib/parcels/announcements";
import { addEvents } from "@/lib/platform/moves/add-events";
import { product } from "@/lib/policy/actor";
import { reasonName } from "@/lib/policy/judging/fault";
import type { BatchContext } from "./batch-context";
import type { KnownOrder, KnownReturn, KnownReturnLine } from "./import-world";
import type { ReturnPlan } from "./plan-order";

export type ChangedReturn = ReturnPlan & { before: KnownReturn; order: KnownOrder };

/** Statements that bring the facts of known returns up to what a report says. */
export function changedWrites(changed: readonly ChangedReturn[], { sellerId, now }: BatchContext): (SQL | null)[] {
  if (changed.length === 0) return [];
  const lines = changed.flatMap(({ before, after }) => {
    const known = new Set(before.lines.map(({ id }) => id));
    return after.lines.map((line) => ({ returnId: after.id, line, isNew: !known.has(line.id) }));
  });
  return [
    returnUpdate(
      sellerId,
      changed.map(({ after }) => after),
    ),
    insertionIfAny(
      returnLines,
      lines
        .filter(({ isNew }) => isNew)
        .map(({ returnId, line }) => ({ sellerId, returnId, reasonKey: reasonName(line.reason), ...line })),
    ),
    returnLineUpdate(
      sellerId,
      lines.filter(({ isNew }) => !isNew).map(({ line }) => line),
    ),
    keyWrite(sellerId, changed),
    ...renumberings(
      sellerId,
      changed.map(({ before, after }) => ({ from: before, to: after })),
      now,
    ),
  ];
}

/** Tells in each history what a report changed, and from what. */
export const tellChanges = (tx: Tx, changed: readonly ChangedReturn[], context: BatchContext): Promise<void> =>
  addEvents(
    tx,
    changed.map(({ after, changes, report }) => ({
      sellerId: context.sellerId,
      returnId: after.id,
      kind: "report_changed" as const,
      actor: product("import"),
      now: context.now,
      data: { ...report.rows[0]?.source, changes },
      importId: context.importId,
    })),
  );

/** Sets the facts a report knows; also how an undone import puts them back. */
export const returnUpdate = (sellerId: string, found: readonly KnownReturn[]): SQL =>
  sql`update returns r set channel_rma = input.channel_rma, requested_on = input.requested_on,
      requested_at = input.requested_at, reported_status = input.reported_status, reported = input.reported,
      is_disputed = input.is_disputed, value_minor = input.value_minor
    from ${inputRows(
      found.map(({ lines: _, ...facts }) => facts),
      `id uuid, channel_rma text, requested_on date, requested_at timestamptz, reported_status text, reported jsonb,
       is_disputed boolean, value_minor bigint`,
    )}
    where r.seller_id = ${sellerId} and r.id = input.id`;

export const returnLineUpdate = (sellerId: string, lines: readonly KnownReturnLine[]): SQL | null =>
  lines.length === 0
    ? null
    : sql`update return_lines l set order_line_id = input.order_line_id, reason = input.reason,
        reason_key = input.reason_key, quantity = input.quantity,
        reported_refunded_minor = input.reported_refunded_minor
      from ${inputRows(
        lines.map((line) => ({ ...line, reasonKey: reasonName(line.reason) })),
        "id uuid, order_line_id uuid, reason text, reason_key text, quantity int, reported_refunded_minor bigint",
      )}
      where l.seller_id = ${sellerId} and l.id = input.id`;

/** What a known return can be found by from now on; what it was found by stays, for old papers still carry it. */
function keyWrite(sellerId: string, changed: readonly ChangedReturn[]): SQL | null {
  const keys = changed.flatMap(({ after, order }) => keysOfReport(after, order).map((key) => ({ sellerId, ...key })));
  return keys.length > 0 ? sql`${insertion(returnKeys, keys)} on conflict do nothing` : null;
}

function keysOfReport({ id, channelRma, reported, lines }: KnownReturn, order: KnownOrder) {
  const items = order.lines.filter((item) => lines.some(({ orderLineId }) => orderLineId === item.id));
  const texts = {
    channel_rma: [channelRma],
    tracking: [reported?.trackingNumber ?? null],
    sku: items.map(({ sku }) => sku),
    asin: items.map(({ asin }) => asin),
  };
  return (Object.keys(texts) as (keyof typeof texts)[]).flatMap((kind) =>
    [...new Set(texts[kind].map((text) => searchKey(text ?? "")))]
      .filter((key) => key !== "")
      .map((key) => ({ kind, key, returnId: id })),
  );
}
