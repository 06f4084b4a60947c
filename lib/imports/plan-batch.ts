import type { KnownOrder } from "./import-world";
import { inOrderCurrency, REPORT_AMOUNTS } from "./order-currency";
import { type OrderPlan, planOrder } from "./plan-order";
import { groupBy, groupRows } from "./read/words/group";
import type { ReportRow, RowRefusal } from "./read/words/report-row";

/** The order numbers of a batch, each once. */
export const orderNumbersOf = (rows: readonly { orderNumber: string }[]): string[] => [
  ...new Set(rows.map((row) => row.orderNumber)),
];

/**
 * What the rows of a batch make of what is known. The one planner: the dry run shows its answer, the run carries
 * it out. A batch holds all rows its file has of an order.
 */
export function planBatch(
  world: ReadonlyMap<string, KnownOrder>,
  rows: ReportRow[],
  channel: { currency: string },
): { plans: OrderPlan[]; refused: RowRefusal[] } {
  const dated = new Set(rows.filter(({ orderedOn }) => orderedOn !== null).map(({ orderNumber }) => orderNumber));
  const isPlaced = ({ orderNumber }: ReportRow) => dated.has(orderNumber) || world.has(orderNumber);
  const refused = rows.filter((row) => !isPlaced(row)).map(unknownOrder);
  const plans: OrderPlan[] = [];
  for (const [number, ofOrder] of groupBy(rows.filter(isPlaced), ({ orderNumber }) => orderNumber)) {
    const known = world.get(number) ?? null;
    const { refused: others, rows: kept, ...money } = inOrderCurrency(known, ofOrder, channel, REPORT_AMOUNTS);
    refused.push(...others);
    if (kept.length > 0) plans.push(planOrder(known, groupRows(kept), money));
  }
  return { plans, refused };
}

/** A row whose order nobody knows, and that does not say itself when it was ordered: no window can be told. */
export const unknownOrder = ({ orderNumber, source }: Pick<ReportRow, "orderNumber" | "source">): RowRefusal => ({
  line: source.line,
  column: null,
  code: "unknown_order",
  value: orderNumber,
  raw: orderNumber,
});
