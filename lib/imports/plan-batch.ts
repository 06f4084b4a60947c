import type { KnownOrder } from "@/db/queries/import-world";
import { type OrderPlan, planOrder } from "./plan-order";
import { groupRows, type ReportReturn } from "./read/group";
import type { ReportRow } from "./read/report-row";

/** The order numbers of a batch, each once. */
export const orderNumbersOf = (rows: readonly ReportRow[]): string[] => [
  ...new Set(rows.map((row) => row.orderNumber)),
];

/**
 * What the rows of a batch make of what is known. The one planner: the dry run shows its answer, the run carries
 * it out. A batch holds all rows its file has of an order.
 */
export function planBatch(world: ReadonlyMap<string, KnownOrder>, rows: ReportRow[], timeZone: string): OrderPlan[] {
  const byOrder = new Map<string, ReportReturn[]>();
  for (const report of groupRows(rows)) {
    const ofOrder = byOrder.get(report.orderNumber);
    if (ofOrder) ofOrder.push(report);
    else byOrder.set(report.orderNumber, [report]);
  }
  return [...byOrder].map(([number, reported]) => planOrder(world.get(number) ?? null, reported, timeZone));
}
