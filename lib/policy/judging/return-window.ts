import { dateOf, dayOf, isWithin, laterDate } from "@/lib/kernel/dates";
import type { MergedTerms } from "../terms/merge-terms";
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

export type NamedWindow = ReturnWindow & { holiday: string | null };
/** A window in days since 1970, while it is compared with others. */
type Opened = { start: number; days: number; basis: ReturnWindow["basis"]; holiday: string | null };

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
  const { deliveredOn } = order;
  const transitDays = deliveredOn === null ? terms.window.transitAllowanceDays : 0;
  const received = deliveredOn === null ? dayOf(order.orderedOn) + transitDays : dayOf(deliveredOn);

  let best: Opened;
  if (channel.programme === "free_return") {
    best = { start: received, days: terms.freeReturn.requestDays, basis: "after_receipt", holiday: null };
    const promised = order.promisedOn === null ? null : dayOf(order.promisedOn);
    const days = terms.freeReturn.extraDaysAfterPromise;
    if (promised !== null && promised + days > best.start + best.days)
      best = { start: promised, days, basis: "after_promise", holiday: null };
  } else {
    const { days, basis } = windowDays(terms.window, item);
    best = { start: received, days, basis, holiday: null };
  }
  for (const row of terms.window.holidays) {
    const on = row.basis === "shipped" ? order.shippedOn : order.orderedOn;
    if (on === null || !isWithin(on, row.boughtFrom, row.boughtTo)) continue;
    const days = dayOf(row.returnableUntil) - received;
    if (received + days > best.start + best.days)
      best = { start: received, days, basis: "holiday", holiday: row.label };
  }
  return {
    startsOn: dateOf(best.start),
    endsOn: dateOf(best.start + best.days),
    days: best.days,
    from: deliveredOn === null ? "order" : "delivery",
    transitDays,
    basis: best.basis,
    holiday: best.holiday,
  };
}

/** Of two windows the one that closes last, and of those the first. */
export const laterWindow = <Window extends Pick<ReturnWindow, "endsOn">>(best: Window, next: Window): Window =>
  laterDate(best.endsOn, next.endsOn) === best.endsOn ? best : next;
