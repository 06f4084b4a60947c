import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { returns } from "@/db/schema";
import { inputRows, writeTogether } from "@/db/write-set";
import { renumberings } from "@/lib/parcels/announcements";
import type { BeforeImage } from "./record-changes";
import { returnLineUpdate, returnUpdate } from "./write-changed-returns";
import { orderDayUpdate, orderLineUpdate, orderUpdate } from "./write-orders";

/** Puts the facts of returns back as a report found them: their own, their lines', their orders', the hand-over list. */
export async function restoreFacts(
  tx: Tx,
  sellerId: string,
  images: readonly BeforeImage[],
  { keptOrders, now }: { keptOrders: ReadonlySet<string>; now: Date },
): Promise<void> {
  const rows = images.map(({ row: { evaluation: _, ...row } }) => row);
  const lines = rows.flatMap((row) => row.lines);
  // The facts of an order stay with a return of it that does.
  const free = images.filter(({ row }) => !keptOrders.has(row.orderId));
  const items = new Map(free.flatMap((image) => image.lines.map((item) => [item.id, item] as const)));
  const orders = new Map(free.flatMap(({ order }) => (order ? [[order.id, order] as const] : [])));
  const dated = new Map(
    free.flatMap(({ order, row: { orderId: id, orderedOn } }) => (order ? [] : [[id, { id, orderedOn }] as const])),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const renumbered = (await listReported(tx, sellerId, [...byId.keys()])).flatMap((from) => {
    const to = byId.get(from.id);
    return to ? [{ from, to }] : [];
  });
  await writeTogether(tx, [
    returnUpdate(sellerId, rows),
    ...renumberings(sellerId, renumbered, now),
    returnLineUpdate(sellerId, lines),
    orderLineUpdate(sellerId, [...items.values()]),
    orderUpdate(sellerId, [...orders.values()]),
    orderDayUpdate(sellerId, [...dated.values()]),
    handoversReopened(
      sellerId,
      rows.filter(({ openHandover }) => openHandover !== null).map(({ id }) => id),
    ),
    linesRemoved(
      sellerId,
      rows.map(({ id }) => id),
      lines.map(({ id }) => id),
    ),
  ]);
}

/** What reports say of these returns as yet. */
const listReported = (tx: Tx, sellerId: string, ids: readonly string[]) =>
  tx
    .select({ id: returns.id, reported: returns.reported })
    .from(returns)
    .where(and(eq(returns.sellerId, sellerId), inArray(returns.id, [...ids])));

const idRows = (ids: readonly string[]): SQL =>
  inputRows(
    ids.map((id) => ({ id })),
    "id uuid",
  );

/** What the report had ticked is again to be done. */
const handoversReopened = (sellerId: string, returnIds: readonly string[]): SQL | null =>
  returnIds.length === 0
    ? null
    : sql`update handovers h set done_at = null, done_by = null
      where h.seller_id = ${sellerId} and h.done_by = 'report' and h.id in (
        select distinct on (l.return_id) l.id from handovers l join ${idRows(returnIds)}
          on l.seller_id = ${sellerId} and l.return_id = input.id
        order by l.return_id, l.id desc)`;

/** Lines that the report had added to a known return. */
const linesRemoved = (sellerId: string, returnIds: readonly string[], lineIds: readonly string[]): SQL =>
  sql`delete from return_lines l using ${idRows(returnIds)}
    where l.seller_id = ${sellerId} and l.return_id = input.id
      and l.id not in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(lineIds)}::jsonb))`;
