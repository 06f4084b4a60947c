import { isDeepStrictEqual } from "node:util";
import { newId } from "@/lib/kernel/ids";
import { OUTBOUND_STATES } from "@/lib/policy/judging/facts";
import { sumOfTenders, tendersAfter, tendersTold } from "@/lib/policy/money/tenders";
import type { KnownOrder, KnownOrderLine } from "./import-world";
import { inOrderCurrency, ORDER_AMOUNTS, settleCurrency } from "./order-currency";
import { unknownOrder } from "./plan-batch";
import { blankOrder } from "./plan-order";
import { groupBy, type Some } from "./read/words/group";
import type { OrderRow, OrderRowLine } from "./read/words/order-row";
import type { RowRefusal } from "./read/words/report-row";
import { knownOver } from "./record-of";

/** What a file of orders makes of one order; `before` is null where it is new. */
export type OrderFactsPlan = {
  kind: "new" | "changed" | "unchanged";
  before: KnownOrder | null;
  after: KnownOrder;
};

/**
 * What the rows of a batch make of the orders that are known. A batch holds all rows its file has of an order; an order
 * that is new and without a date is refused. Pure but for the ids it makes.
 */
export function planOrders(
  world: ReadonlyMap<string, KnownOrder>,
  rows: readonly OrderRow[],
  channel: { currency: string },
): { plans: OrderFactsPlan[]; refused: RowRefusal[] } {
  const refused: RowRefusal[] = [];
  const plans: OrderFactsPlan[] = [];
  for (const [number, ofOrder] of groupBy(rows, ({ orderNumber }) => orderNumber)) {
    const before = world.get(number) ?? null;
    const orderedOn = first(ofOrder, "orderedOn") ?? before?.orderedOn ?? null;
    if (orderedOn === null) {
      refused.push(...ofOrder.map(unknownOrder));
      continue;
    }
    const { refused: others, rows: kept, ...money } = inOrderCurrency(before, ofOrder, channel, ORDER_AMOUNTS);
    refused.push(...others);
    if (isSome(kept)) plans.push(planOne(before, { number, orderedOn, ...money }, kept));
  }
  return { plans, refused };
}

type Fact = Exclude<keyof OrderRow, "source" | "orderNumber" | "line" | "tender">;

/** The first known word of a file for a fact of the order; shops tell it with the first item only. */
const first = <Key extends Fact>(rows: readonly OrderRow[], key: Key): OrderRow[Key] | null =>
  rows.find((row) => row[key] !== null)?.[key] ?? null;

const isSome = (rows: OrderRow[]): rows is Some<OrderRow> => rows.length > 0;

function planOne(
  before: KnownOrder | null,
  blank: Parameters<typeof blankOrder>[0] & { isAssumed: boolean },
  rows: Some<OrderRow>,
): OrderFactsPlan {
  const after = before ? structuredClone(before) : blankOrder(blank);
  settleCurrency(after, blank);
  Object.assign(
    after,
    knownOver<Partial<KnownOrder>>(
      {
        orderedOn: blank.orderedOn,
        promisedOn: first(rows, "promisedOn"),
        shippedOn: first(rows, "shippedOn"),
        deliveredOn: first(rows, "deliveredOn"),
        outbound: furthest([after.outbound, ...rows.map(({ outbound }) => outbound)]),
        ...cancellationOf(rows, after),
        shipCountry: first(rows, "shipCountry"),
        paidMinor: wholeOf(rows, "paidMinor"),
        shippingMinor: wholeOf(rows, "shippingMinor"),
        buyerName: first(rows, "buyerName"),
        buyerEmail: first(rows, "buyerEmail"),
      },
      after,
    ),
  );
  after.tenders = tendersAfter(after.tenders, tendersTold(rows.flatMap(({ tender }) => tender ?? [])));
  // What was taken of the buyer was paid, also where the order's own sum is not told, or is less.
  const taken = sumOfTenders(after.tenders);
  if (taken > (after.paidMinor ?? 0)) after.paidMinor = taken;
  const told = withDiscount(
    rows.flatMap(({ line }) => line ?? []),
    first(rows, "subtotalMinor"),
  );
  // Items with an id first: only then it shows whether a line without one could be any of several.
  const hasId = ({ itemId }: OrderRowLine) => itemId !== null;
  const byId = [...told.filter(hasId), ...told.filter((line) => !hasId(line))];
  for (const lines of groupBy(byId, keyOf).values()) mergeItem(after, lines);
  if (!before) return { kind: "new", before, after };
  return { kind: isDeepStrictEqual(before, after) ? "unchanged" : "changed", before, after };
}

/** A parcel goes one way: an older file, or a row that is behind, never turns it back. */
const furthest = (states: readonly KnownOrder["outbound"][]): KnownOrder["outbound"] =>
  OUTBOUND_STATES.findLast((state) => states.includes(state)) ?? null;

/** A day counts for the whole order; a word of one item's row counts only where no other row says something else. */
function cancellationOf(rows: readonly OrderRow[], known: KnownOrder) {
  const cancelledOn = first(rows, "cancelledOn");
  const said = rows.flatMap(({ isCancelled }) => isCancelled ?? []);
  const isTold = cancelledOn !== null || (said.length > 0 && said.every((isCancelled) => isCancelled));
  return { isCancelled: known.isCancelled || isTold, cancelledOn };
}

/** As told of the order, or what its lines say together once all of them do. */
function wholeOf(rows: readonly OrderRow[], key: "paidMinor" | "shippingMinor"): number | null {
  const told = first(rows, key);
  if (told !== null) return told;
  return rows.reduce<number | null>((sum, { line }) => {
    const part = line?.[key] ?? null;
    return sum === null || part === null ? null : sum + part;
  }, 0);
}

/** One line of an order is one order item id, else one SKU, else one name. */
const keyOf = ({ itemId, sku, title }: OrderRowLine): string => JSON.stringify(itemId ? [itemId] : [null, sku, title]);

function mergeItem(order: KnownOrder, told: Some<OrderRowLine>): void {
  const [line] = told;
  const exact = order.lines.filter((item) => line.itemId !== null && item.itemId === line.itemId);
  const known = exact.length > 0 ? exact : order.lines.filter((item) => isSame(item, line));
  const [only, ...others] = known;
  const item = only ?? newItem(order);
  const { shippingMinor: _, paidMinor: __, ...facts } = line;
  const amounts =
    line.itemId === null ? { quantity: sum(told, "quantity"), amountMinor: sum(told, "amountMinor") } : {};
  // Several items of one SKU that only their ids tell apart: the file says nothing of either alone.
  const isVague = others.length > 0 && line.itemId === null;
  Object.assign(item, knownOver({ ...facts, ...amounts, ...(isVague && { quantity: null, amountMinor: null }) }, item));
}

const isSame = (item: KnownOrderLine, { itemId, sku, title }: OrderRowLine): boolean => {
  if (itemId !== null && item.itemId !== null) return itemId === item.itemId;
  return sku === null ? item.sku === null && title !== null && item.title === title : item.sku === sku;
};

const sum = (lines: readonly OrderRowLine[], key: "quantity" | "amountMinor"): number | null =>
  lines.reduce<number | null>((total, line) => {
    const value = line[key];
    return total === null || value === null ? null : total + value;
  }, 0);

function newItem(order: KnownOrder): KnownOrderLine {
  const item = {
    ...{ id: newId(), itemId: null, sku: null, asin: null, title: null, category: null },
    ...{ quantity: null, amountMinor: null, hasFreeReturn: null },
  };
  order.lines.push(item);
  return item;
}

/**
 * The lines of an order with what was taken off the whole order taken off each by its share, so that together they are
 * what was paid for the goods; to the minor unit, the first lines bear the rest.
 */
function withDiscount(lines: readonly OrderRowLine[], subtotalMinor: number | null): OrderRowLine[] {
  const amounts = lines.map(({ amountMinor }) => amountMinor);
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  if (subtotalMinor === null || amounts.includes(null) || subtotalMinor >= sum) return [...lines];
  const shares = amounts.map((amount) => Number((BigInt(amount ?? 0) * BigInt(subtotalMinor)) / BigInt(sum)));
  let rest = subtotalMinor - shares.reduce((total, share) => total + share, 0);
  return lines.map((line, at) => ({ ...line, amountMinor: (shares[at] ?? 0) + (rest-- > 0 ? 1 : 0) }));
}
