import { Temporal } from "temporal-polyfill";
import { remembered } from "./remembered";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const DAY = 86_400_000;
/** Midnight UTC of a date: days between dates know no zone and no change of clocks. */
const utc = (date: string): number => Date.parse(date);

/** Whether a text is a date of the calendar. */
export function isDate(text: string): boolean {
  const at = DATE.test(text) ? utc(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** A date as days since 1970, for what reckons with many of them, and back. */
export const dayOf = remembered((date: string): number => Math.round(utc(date) / DAY));
export const dateOf = remembered((day: number): string => new Date(day * DAY).toISOString().slice(0, 10));

export const addDays = (date: string, days: number): string => dateOf(dayOf(date) + days);

/** Whole days from one date to another; negative when the second lies before the first. */
export const daysBetween = (from: string, to: string): number => dayOf(to) - dayOf(from);

// Dates of this form sort as text.
export const laterDate = (a: string, b: string): string => (a >= b ? a : b);

/** Whether a date lies within two others, both ends included. */
export const isWithin = (date: string, from: string, to: string): boolean => from <= date && date <= to;

/** What each zone was asked last: a shop's requests are judged by the same now, one after another. */
const lastAsked = new Map<string, { at: number; today: string }>();

/** The calendar date that an instant falls on in an IANA zone. */
export function todayIn(now: Date, zone: string): string {
  const at = now.getTime();
  const last = lastAsked.get(zone);
  if (last?.at === at) return last.today;
  const today = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
  lastAsked.set(zone, { at, today });
  return today;
}

const KEPT_AT_MOST = 20_000;

/** Remembers what a zone's rules answered: asking them is slow, and lists ask for the same days again and again. */
function inZone<Args extends (string | number)[]>(ask: (...args: Args) => number): (...args: Args) => Date {
  const known = new Map<string, number>();
  return (...args) => {
    const key = args.join(" ");
    const found = known.get(key) ?? ask(...args);
    if (known.size >= KEPT_AT_MOST) known.clear();
    known.set(key, found);
    return new Date(found);
  };
}

/** The first instant of a date in an IANA zone; not always midnight, where clocks change then. */
export const startOfDay = inZone(
  (date: string, zone: string) => Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).epochMilliseconds,
);

/** The last millisecond of a date in an IANA zone, so that it is still shown as that date. */
export const endOfDay = (date: string, zone: string): Date =>
  new Date(startOfDay(addDays(date, 1), zone).getTime() - 1);

/** P-23: up to when a date without a time counts. */
export const endOfNextDay = (date: string, zone: string): Date => endOfDay(addDays(date, 1), zone);

/** The same time of day some calendar days later in the zone, whatever the clocks do in between. */
export const addDaysTo = (instant: Date, days: number, zone: string): Date => daysLater(instant.getTime(), days, zone);

const daysLater = inZone(
  (at: number, days: number, zone: string) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).add({ days }).epochMilliseconds,
);

const HOUR = 3_600_000;

export const addHours = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * HOUR);
