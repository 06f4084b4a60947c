import type { KnownOrderLine, KnownReturnLine } from "./import-world";
import { likeness } from "./match-returns";
import type { ReportLine } from "./read/words/group";

type Known = { line: KnownReturnLine; item: KnownOrderLine };

/**
 * Which known line of a return each reported line is; null is a new one. By order item id, and where one side has
 * none by SKU and ASIN within the return, with reason and quantity as tie-break.
 */
export function matchLines(
  known: readonly Known[],
  reported: readonly ReportLine[],
): Map<ReportLine, KnownReturnLine | null> {
  const matched = new Map<ReportLine, KnownReturnLine | null>();
  const taken = new Set<Known>();
  const pass = (isSame: (line: ReportLine, item: KnownOrderLine) => boolean) => {
    // Best agreement first, so that no line takes the place of one that fits better.
    for (const wanted of [3, 2, 1, 0]) {
      for (const line of reported) {
        if (matched.has(line)) continue;
        const found = known.find(
          (have) => !taken.has(have) && isSame(line, have.item) && likeness(line, have.line) === wanted,
        );
        if (!found) continue;
        taken.add(found);
        matched.set(line, found.line);
      }
    }
  };
  pass((line, item) => line.orderItemId !== null && line.orderItemId === item.itemId);
  pass(
    (line, item) =>
      (line.orderItemId === null || item.itemId === null) && line.sku === item.sku && line.asin === item.asin,
  );
  for (const line of reported) if (!matched.has(line)) matched.set(line, null);
  return matched;
}
