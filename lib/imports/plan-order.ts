import { newId } from "@/lib/kernel/ids";
import { sumKnown } from "@/lib/policy/judging/facts-of";
import { statusOfReport } from "@/lib/policy/judging/reported";
import { isBehind } from "@/lib/policy/machines/return/statuses";
import { type Changes, changesOf } from "./changes-of";
import type { KnownOrder, KnownOrderLine, KnownReturn, KnownReturnLine } from "./import-world";
import { matchLines } from "./match-lines";
import { matchReturns } from "./match-returns";
import { settleCurrency } from "./order-currency";
import type { ReportLine, ReportReturn } from "./read/words/group";
import { knownOver, recordOf } from "./record-of";

export type ReturnPlan = {
  kind: "new" | "changed" | "unchanged";
  report: ReportReturn;
  before: KnownReturn | null;
  after: KnownReturn;
  changes: Changes;
};

/** What a file makes of one order; `before` is null where the order is new. */
export type OrderPlan = { before: KnownOrder | null; after: KnownOrder; returns: ReturnPlan[] };

/** Our status for a report's word; null for one that nobody knows (P-29). */
export const statusFor = ({ reportedStatus, reported }: Pick<KnownReturn, "reportedStatus" | "reported">) =>
  statusOfReport(reportedStatus ?? "", reported?.deliveredBackOn ?? null);

/** Compares what a file says of one order with what is known of it; pure but for the ids it makes. */
export function planOrder(
  before: KnownOrder | null,
  reported: readonly ReportReturn[],
  money: { currency: string; isAssumed: boolean },
): OrderPlan {
  const [first] = reported;
  if (!first) throw new Error("no return to plan");
  const { currency } = money;
  const known = before ?? blankOrder({ number: first.orderNumber, orderedOn: first.orderedOn ?? "", currency });
  const after: KnownOrder = { ...structuredClone(known), ...factsToldOf(reported, known) };
  settleCurrency(after, money);
  const matched = matchReturns(known, reported);
  const told = new Map<KnownOrderLine, ReportLine[]>();
  const planned = reported.map((report) => {
    const was = matched.get(report) ?? null;
    const now = after.returns.find(({ id }) => id === was?.id) ?? blankReturn(after);
    if (was && isOlder(report, was)) return { report, before: was, after: now };
    mergeLines(after, now, lineMatches(known, was, report), told);
    mergeReturn(now, report, was === null);
    return { report, before: was, after: now };
  });
  for (const [item, lines] of told) mergeItem(item, lines);
  const returns = planned.map((plan): ReturnPlan => {
    const { before: was, after: now } = plan;
    now.valueMinor = goodsValueOf(after, now);
    if (!was) return { ...plan, kind: "new", changes: {} };
    const changes = changesOf({ order: known, request: was }, { order: after, request: now });
    return { ...plan, kind: Object.keys(changes).length > 0 ? "changed" : "unchanged", changes };
  });
  return { before, after, returns };
}

/** P-24: a row that is behind what is known comes from an older file and has nothing to tell. */
function isOlder({ reportedStatus, deliveredBackOn }: ReportReturn, was: KnownReturn): boolean {
  const said = statusOfReport(reportedStatus, deliveredBackOn);
  return said !== null && isBehind(said, statusFor(was) ?? was.status);
}

/** What the rows of an order's returns say of the order itself: its day, and in a seller's own list more. */
function factsToldOf(reported: readonly ReportReturn[], known: KnownOrder): Partial<KnownOrder> {
  const told = <Key extends keyof ReportReturn>(key: Key) =>
    reported.find((report) => report[key] !== null)?.[key] ?? null;
  const deliveredOn = told("orderDeliveredOn") ?? known.deliveredOn;
  return {
    orderedOn: told("orderedOn") ?? known.orderedOn,
    deliveredOn,
    outbound: deliveredOn === null ? known.outbound : "delivered",
    buyerName: told("buyerName") ?? known.buyerName,
  };
}

/** An order of which only its number is known yet. */
export const blankOrder = (told: Pick<KnownOrder, "number" | "orderedOn" | "currency">): KnownOrder => ({
  id: newId(),
  ...told,
  promisedOn: null,
  deliveredOn: null,
  shippedOn: null,
  outbound: null,
  isCancelled: false,
  cancelledOn: null,
  shipCountry: null,
  paidMinor: null,
  shippingMinor: null,
  tenders: [],
  isCurrencyAssumed: true,
  buyerName: null,
  buyerEmail: null,
  updatedAt: null,
  lines: [],
  returns: [],
});

function blankReturn(order: KnownOrder): KnownReturn {
  const blank: KnownReturn = {
    id: newId(),
    channelRma: null,
    status: "authorization_required",
    requestedOn: "",
    requestedAt: null,
    valueMinor: null,
    reportedStatus: null,
    reported: null,
    isDisputed: false,
    openHandover: null,
    lines: [],
  };
  order.returns.push(blank);
  return blank;
}

function lineMatches(order: KnownOrder, was: KnownReturn | null, { lines }: ReportReturn) {
  const items = new Map(order.lines.map((item) => [item.id, item]));
  const known = (was?.lines ?? []).flatMap((line) => {
    const item = items.get(line.orderLineId);
    return item ? [{ line, item }] : [];
  });
  return matchLines(known, lines);
}

function mergeLines(
  order: KnownOrder,
  request: KnownReturn,
  matches: ReadonlyMap<ReportLine, KnownReturnLine | null>,
  told: Map<KnownOrderLine, ReportLine[]>,
): void {
  for (const [reported, was] of matches) {
    const known = request.lines.find(({ id }) => id === was?.id);
    const item = itemFor(order, reported, known?.orderLineId ?? null);
    told.set(item, [...(told.get(item) ?? []), reported]);
    const facts = {
      orderLineId: item.id,
      reason: reported.reasonCode === "" && known ? known.reason : reported.reasonCode,
      quantity: reported.quantity,
      reportedRefundedMinor: reported.refundedMinor ?? known?.reportedRefundedMinor ?? null,
    };
    if (known) Object.assign(known, facts);
    else request.lines.push({ id: newId(), position: nextPosition(request), ...facts });
  }
}

const nextPosition = ({ lines }: KnownReturn): number => Math.max(-1, ...lines.map(({ position }) => position)) + 1;

/** The order line a reported line is about. It keeps the order item id once that is learned. */
function itemFor(order: KnownOrder, line: ReportLine, currentId: string | null): KnownOrderLine {
  const { orderItemId, sku, asin } = line;
  const current = order.lines.find(({ id }) => id === currentId);
  const isAlike = (item: KnownOrderLine) => item.sku === sku && item.asin === asin;
  if (orderItemId === null) return current ?? order.lines.find(isAlike) ?? newItem(order, line);
  const byId = order.lines.find(({ itemId }) => itemId === orderItemId);
  if (byId) return byId;
  const nameless =
    current?.itemId === null ? current : order.lines.find((item) => item.itemId === null && isAlike(item));
  if (!nameless) return newItem(order, line);
  nameless.itemId = orderItemId;
  return nameless;
}

function newItem(order: KnownOrder, { orderItemId, sku, asin }: ReportLine): KnownOrderLine {
  const item = {
    id: newId(),
    itemId: orderItemId,
    sku,
    asin,
    title: null,
    category: null,
    quantity: null,
    amountMinor: null,
    hasFreeReturn: null,
  };
  order.lines.push(item);
  return item;
}

/** The facts of an order line from all that one file says of it: its first known word for each. */
function mergeItem(item: KnownOrderLine, lines: readonly ReportLine[]): void {
  for (const line of [...lines].reverse()) {
    const { sku, asin, itemName: title, category, orderQuantity: quantity, orderAmountMinor: amountMinor } = line;
    Object.assign(
      item,
      knownOver<Partial<KnownOrderLine>>({ sku, asin, title, category, quantity, amountMinor }, item),
    );
  }
}

function mergeReturn(request: KnownReturn, report: ReportReturn, isNew: boolean): void {
  request.channelRma = report.channelRma ?? request.channelRma;
  // A report that knows the instant is not corrected by one that knows the day only.
  if (report.requestedAt !== null || request.requestedAt === null) request.requestedOn = report.requestedOn;
  if (report.requestedAt !== null) request.requestedAt = new Date(report.requestedAt).toISOString();
  request.reportedStatus = report.reportedStatus;
  request.reported = knownOver(recordOf(report), request.reported);
  request.isDisputed = report.isAToZClaim ?? request.isDisputed;
  if (isNew) request.status = statusFor(request) ?? "unknown";
}

/** What the goods cost, from the amounts of their order lines; unknown as soon as one of them is. */
function goodsValueOf(order: KnownOrder, request: KnownReturn): number | null {
  const ids = new Set(request.lines.map(({ orderLineId }) => orderLineId));
  return sumKnown(order.lines.filter(({ id }) => ids.has(id)).map(({ amountMinor }) => amountMinor));
}
