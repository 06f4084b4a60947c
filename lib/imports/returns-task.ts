import { and, asc, eq, gt } from "drizzle-orm";
import { importChanges } from "@/db/schema";
import type { ColumnMapping } from "@/lib/policy/imports/column-mapping";
import { statusOfReport } from "@/lib/policy/judging/reported";
import { applyReturns } from "./apply-returns";
import { doubledIn } from "./doubled-returns";
import type { ImportTask, ReadInput } from "./import-task";
import { planBatch } from "./plan-batch";
import { type OrderPlan, statusFor } from "./plan-order";
import { readReport } from "./read/read-report";
import type { ReportRow } from "./read/words/report-row";

/** Imports of return requests: a marketplace's report, or any list by its mapping. */
export const returnsTask = (mapping: ColumnMapping | null): ImportTask<ReportRow, OrderPlan> => ({
  kind: "returns",
  read: async (input: ReadInput) => {
    const read = await readReport({ ...input, mapped: mapping && { kind: "returns", mapping } });
    if (!read.ok || read.holds === "returns") return read;
    await read.rows.return(undefined);
    return { ok: false, refusal: { code: "other_kind", name: "orders" } };
  },
  currencyOf: ({ currency, labelCurrency }) => currency ?? labelCurrency,
  unknownWordOf: ({ reportedStatus }) => (statusOfReport(reportedStatus, null) === null ? reportedStatus : null),
  plan: planBatch,
  // The marketplace's own report tells its returns apart itself.
  doubledIn: (plan) => (mapping ? doubledIn(plan) : []),
  holds: (row) => ({
    rma: row.channelRma !== null,
    orderedOn: row.orderedOn !== null,
    deliveredOn: row.orderDeliveredOn !== null,
    item: row.sku !== null || row.orderItemId !== null || row.itemName !== null,
    price: row.orderAmountMinor !== null,
    reason: row.reasonCode !== "",
    buyer: row.buyerName !== null,
    country: false,
  }),
  outcomesOf: ({ returns }) => returns.map(({ after, kind }) => ({ id: after.id, kind })),
  mayMove: ({ returns }) =>
    returns.some(({ kind, before, after }) => kind === "changed" && (statusFor(after) ?? "unknown") !== before?.status),
  apply: applyReturns,
  listDone: (tx, { sellerId, importId }, after, limit) => {
    const { returnId: id, kind } = importChanges;
    return tx
      .select({ id, kind })
      .from(importChanges)
      .where(
        and(
          eq(importChanges.sellerId, sellerId),
          eq(importChanges.importId, importId),
          after ? gt(id, after) : undefined,
        ),
      )
      .orderBy(asc(id))
      .limit(limit);
  },
});
