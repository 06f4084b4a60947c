import { addDays, daysBetween, isWithin, laterDate } from "./calendar";
import type { ReturnFacts } from "./facts";
import { plainName } from "./listed";
import type { ReturnWindow } from "./rule";
import type { Terms } from "./terms";

type NamedWindow = ReturnWindow & { holiday: string | null };

/** The days of a category's own row, else those of all; of two rows for one category the more generous. */
export function windowDays(window: Terms["window"], category: string | null): { days: number; isOwn: boolean } {
  const own = window.byCategory.filter((row) => category !== null && plainName(row.category) === plainName(category));
  return own.length > 0
    ? { days: Math.max(...own.map(({ days }) => days)), isOwn: true }
    : { days: window.days, isOwn: false };
}

/**
 * Until when a line may be requested: the latest of all windows that the terms open for it (S1-20, P-09).
 * Counted from delivery, else from the order date plus the transit allowance (P-21); a free return has
 * windows of its own (S0-01, S0-06).
 */
export function returnWindow(
  { channel, order }: Pick<ReturnFacts, "channel" | "order">,
  category: string | null,
  terms: Terms,
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
    const { days, isOwn } = windowDays(terms.window, category);
    windows.push(open(receivedOn, days, isOwn ? "category" : "general"));
  }
  for (const row of terms.window.holidays) {
    if (!isWithin(order.orderedOn, row.boughtFrom, row.boughtTo)) continue;
    const days = daysBetween(receivedOn, row.returnableUntil);
    windows.push({ ...open(receivedOn, days, "holiday"), holiday: row.label });
  }
  return windows.reduce((best, next) => (laterDate(best.endsOn, next.endsOn) === best.endsOn ? best : next));
}
