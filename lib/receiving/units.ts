import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { orderLines, orders, receivedUnits, returnLines, returns } from "@/db/schema";
import { eitherOf } from "@/lib/kernel/list/filters";
import { list } from "@/lib/kernel/list/list";
import { type Clauses, listSql } from "@/lib/platform/list/list-sql";
import { DISPOSITIONS } from "@/lib/policy/parcels/conditions";

/** More than this is not counted. */
export const UNITS_COUNT_AT_MOST = 1000;

const columns = {
  id: receivedUnits.id,
  returnId: receivedUnits.returnId,
  number: returns.number,
  rma: returns.rma,
  orderNumber: orders.number,
  /** An extra item has no line; its own title says what it is. */
  title: sql<string | null>`coalesce(${receivedUnits.title}, ${orderLines.title})`,
  sku: orderLines.sku,
  isExtra: sql<boolean>`${receivedUnits.lineId} is null`,
  condition: receivedUnits.condition,
  disposition: receivedUnits.disposition,
  note: receivedUnits.note,
  receivedAt: receivedUnits.receivedAt,
};

const readUnits = (tx: Tx, { where, orderBy, limit, key }: Clauses) =>
  tx
    .select({ ...columns, key })
    .from(receivedUnits)
    .innerJoin(returns, and(eq(returns.sellerId, receivedUnits.sellerId), eq(returns.id, receivedUnits.returnId)))
    .innerJoin(orders, and(eq(orders.sellerId, returns.sellerId), eq(orders.id, returns.orderId)))
    .leftJoin(
      returnLines,
      and(eq(returnLines.sellerId, receivedUnits.sellerId), eq(returnLines.id, receivedUnits.lineId)),
    )
    .leftJoin(
      orderLines,
      and(eq(orderLines.sellerId, returnLines.sellerId), eq(orderLines.id, returnLines.orderLineId)),
    )
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
export type UnitListRow = Omit<Awaited<ReturnType<typeof readUnits>>[number], "key">;

/** Where units go: to the shelf, to repair, to the bin; all of them last. */
export const UNIT_SHOWS = [...DISPOSITIONS, "all"] as const;

/** What was taken in at the bench and where each unit goes, newest first; what was taken back is not in it. */
export const UNITS = list<UnitListRow>()({
  filter: { show: eitherOf(UNIT_SHOWS) },
  columns: {
    received_at: { value: ({ receivedAt }) => receivedAt, sort: "instant" },
    return: { value: ({ number }) => `R-${number}` },
    rma: { value: ({ rma }) => rma },
    order: { value: ({ orderNumber }) => orderNumber },
    item: { value: ({ title }) => title },
    sku: { value: ({ sku }) => sku },
    extra: { value: ({ isExtra }) => (isExtra ? "extra item" : null) },
    condition: { value: ({ condition }) => condition },
    disposition: { value: ({ disposition }) => disposition },
    note: { value: ({ note }) => note },
  },
  sort: (_filter) => "-received_at",
  sizes: [50],
});

export const UNIT_LIST = listSql(UNITS, {
  table: receivedUnits,
  id: receivedUnits.id,
  base: ({ sellerId }) => and(eq(receivedUnits.sellerId, sellerId), isNull(receivedUnits.takenBackAt)),
  filter: { show: (show) => (show === "all" ? undefined : eq(receivedUnits.disposition, show)) },
  sort: { received_at: receivedUnits.receivedAt },
  read: readUnits,
});
