import { addDays, daysBetween, isWithin, laterDate } from "@/lib/kernel/calendar";
import type { MergedTerms } from "../terms/merged-terms";
import { windowDays } from "../terms/window-rows";
import type { ReturnFacts } from "./facts";
import { count, day, type FieldsOf, oneOf } from "./fields";

export const WINDOW_FIELDS = {
  startsOn: day,
  /** The last day on which a request is in time. */
  endsOn: day,
  days: count,
  /** Which date it counts from; from the order it includes the transit allowance (P-21). */
  from: oneOf(["delivery", "order"]),
  /** Days of the transit allowance within startsOn; 0 when counted from delivery. */
  transitDays: count,
  basis: oneOf(["general", "category", "sku", "holiday", "after_receipt", "after_promise"]),
} as const;
export type ReturnWindow = FieldsOf<typeof WINDOW_FIELDS>;

type NamedWindow = ReturnWindow & { holiday: string | null };

type Item = { category: string | null; sku: string | null };
/**
 * Until when a line may be requested: the latest of all windows that the terms open for it (S1-20, P-09).
 * Counted from delivery, else from the order date plus the transit allowance (P-21); a free return has
 * windows of its own (S0-01, S0-06).
 */
export function returnWindow(
  { channel, order }: Pick<ReturnFacts, "channel" | "order">,
  item: Item,
  terms: MergedTerms,
): NamedWindow {
  const from = order.deliveredOn === null ? "order" : "delivery";
  const transitDays = order.deliveredOn === null ? terms.window.transitAllowanceDays : 0;
  const receivedOn = order.deliveredOn ?? addDays(order.orderedOn, transitDays);
  const open = (startsOn: string, days: number, basis: ReturnWindow["basis"]): NamedWindow => ({
    startsOn,
    endsOn: addDays(startsOn, days),
    days,
    from,
    transitDays,
    basis,
    holiday: null,
  });

  const windows: NamedWindow[] = [];
  if (channel.programme === "free_return") {
    windows.push(open(receivedOn, terms.freeReturn.requestDays, "after_receipt"));
    if (order.promisedOn !== null)
      windows.push(open(order.promisedOn, terms.freeReturn.extraDaysAfterPromise, "after_promise"));
  } else {
    const { days, basis } = windowDays(terms.window, item);
    windows.push(open(receivedOn, days, basis));
  }
  for (const row of terms.window.holidays) {
    const on = row.basis === "shipped" ? order.shippedOn : order.orderedOn;
    if (on === null || !isWithin(on, row.boughtFrom, row.boughtTo)) continue;
    const days = daysBetween(receivedOn, row.returnableUntil);
    windows.push({ ...open(receivedOn, days, "holiday"), holiday: row.label });
  }
  return windows.reduce((best, next) => (laterDate(best.endsOn, next.endsOn) === best.endsOn ? best : next));
}
