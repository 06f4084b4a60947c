import { and, asc, eq, gt } from "drizzle-orm";
import { importOrderChanges } from "@/db/schema";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import { applyOrders } from "./apply-orders";
import type { ImportTask } from "./import-task";
import { type OrderFactsPlan, planOrders } from "./plan-orders";
import { readReport } from "./read/read-report";
import type { OrderRow } from "./read/words/order-row";

/** Imports of orders: a marketplace's report, or any list by its mapping. */
export const ordersTask = (mapping: ColumnMapping | null): ImportTask<OrderRow, OrderFactsPlan> => ({
  kind: "orders",
  read: async (input) => {
    const read = await readReport({ ...input, mapped: mapping && { kind: "orders", mapping } });
    if (!read.ok || read.holds === "orders") return read;
    await read.rows.return(undefined);
    return { ok: false, refusal: { code: "other_kind", name: "returns" } };
  },
  currencyOf: ({ currency }) => currency,
  unknownWordOf: () => null,
  plan: planOrders,
  doubledIn: () => [],
  holds: (row) => ({
    orderedOn: row.orderedOn !== null,
    deliveredOn: row.deliveredOn !== null,
    item: row.line !== null,
    price: row.paidMinor !== null || typeof row.line?.amountMinor === "number",
    buyer: row.buyerName !== null || row.buyerEmail !== null,
    country: row.shipCountry !== null,
  }),
  outcomesOf: ({ after, kind }) => [{ id: after.id, kind }],
  mayMove: () => false,
  apply: applyOrders,
  listDone: (tx, { sellerId, importId }, after, limit) => {
    const { orderId: id, kind } = importOrderChanges;
    return tx
      .select({ id, kind })
      .from(importOrderChanges)
      .where(
        and(
          eq(importOrderChanges.sellerId, sellerId),
          eq(importOrderChanges.importId, importId),
          after ? gt(id, after) : undefined,
        ),
      )
      .orderBy(asc(id))
      .limit(limit);
  },
});
