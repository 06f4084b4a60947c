import type { KnownOrder, KnownReturn } from "./import-world";
import type { ReportLine, ReportReturn } from "./read/words/group";

type Item = { itemId: string | null; sku: string | null; asin: string | null };

const itemOf = (line: ReportLine): Item => ({ itemId: line.orderItemId, sku: line.sku, asin: line.asin });

/** Two items are one by their order item id; where one of them has none yet, by SKU and ASIN. */
const isSameItem = (a: Item, b: Item): boolean =>
  a.itemId !== null && b.itemId !== null ? a.itemId === b.itemId : a.sku === b.sku && a.asin === b.asin;

/** How well reason and quantity agree: the tie-break between lines of the same item. */
export const likeness = (
  line: { reasonCode: string; quantity: number },
  known: { reason: string; quantity: number },
): number => (line.reasonCode === known.reason ? 2 : 0) + (line.quantity === known.quantity ? 1 : 0);

/** How many lines of a reported return the known one has, its item's reason and quantity weighed in; 0: another return. */
function sharedItems(order: KnownOrder, known: KnownReturn, report: ReportReturn, isExact: boolean): number {
  const items = new Map(order.lines.map((line) => [line.id, line]));
  const scores = report.lines.map((line) =>
    Math.max(
      0,
      ...known.lines.map((have) => {
        const item = items.get(have.orderLineId);
        if (!item || !isSameItem(itemOf(line), item)) return 0;
        const like = likeness(line, have);
        return isExact && like < 3 ? 0 : 1 + like;
      }),
    ),
  );
  if (isExact && scores.some((score) => score === 0)) return 0;
  return scores.reduce((sum, score) => sum + score, 0);
}

/**
 * Which known return of an order each reported one is; what is missing from the answer is new. The key is the
 * marketplace's RMA. Without one (returnless) it is the item and the day of the request, and such a return keeps its
 * row when it gains an RMA later – unless this same file still tells it without one.
 */
export function matchReturns(order: KnownOrder, reported: readonly ReportReturn[]): Map<ReportReturn, KnownReturn> {
  const matched = new Map<ReportReturn, KnownReturn>();
  const taken = new Set<KnownReturn>();
  const take = (report: ReportReturn, known: KnownReturn) => {
    matched.set(report, known);
    taken.add(known);
  };
  const takeBest = (report: ReportReturn, isCandidate: (known: KnownReturn) => boolean, isExact = false) => {
    const scored = order.returns
      .filter((known) => !taken.has(known) && known.requestedOn === report.requestedOn && isCandidate(known))
      .map((known) => ({ known, score: sharedItems(order, known, report, isExact) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    if (scored[0]) take(report, scored[0].known);
  };
  const withRma = reported.filter(({ channelRma }) => channelRma !== null);
  const returnless = reported.filter(({ channelRma }) => channelRma === null);
  for (const report of withRma) {
    const known = order.returns.find(({ channelRma }) => channelRma === report.channelRma);
    if (known) take(report, known);
  }
  for (const report of returnless) takeBest(report, ({ channelRma }) => channelRma === null);
  for (const report of withRma) {
    if (!matched.has(report)) takeBest(report, ({ channelRma }) => channelRma === null);
  }
  // An older file, from before it gained its RMA: only when every line agrees in all.
  for (const report of returnless) {
    if (!matched.has(report)) takeBest(report, ({ channelRma }) => channelRma !== null, true);
  }
  return matched;
}
