import { isTerminal } from "@/lib/policy/machines/return/statuses";
import type { KnownOrder, KnownOrderLine } from "./import-world";
import type { OrderPlan } from "./plan-order";
import type { ReportLine } from "./read/words/group";

/** Whether a row may mean this item; a list of somebody's own seldom has the marketplace's ids. */
function mayBe(line: ReportLine, item: KnownOrderLine): boolean {
  if (line.orderItemId !== null && item.itemId !== null) return line.orderItemId === item.itemId;
  if (line.sku !== null && item.sku !== null) return line.sku === item.sku;
  if (line.itemName !== null && item.title !== null) return line.itemName === item.title;
  return true;
}

/** New returns of a file whose item has another return of the same day that is open: most likely the same one again. */
export const doubledIn = ({ before, returns }: OrderPlan): string[] =>
  returns.flatMap(({ kind, report }) => {
    const isDouble = kind === "new" && before !== null && hasOpenTwin(before, report.requestedOn, report.lines);
    return isDouble ? [report.orderNumber] : [];
  });

function hasOpenTwin(
  { lines: items, returns }: KnownOrder,
  requestedOn: string,
  lines: readonly ReportLine[],
): boolean {
  const open = returns.filter((known) => known.requestedOn === requestedOn && !isTerminal(known.status));
  const ids = new Set(open.flatMap((known) => known.lines.map(({ orderLineId }) => orderLineId)));
  return items.some((item) => ids.has(item.id) && lines.some((line) => mayBe(line, item)));
}
