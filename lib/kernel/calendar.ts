import { Temporal } from "temporal-polyfill";
import { addDays, dateOf, dayOf } from "./dates";

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

/** A time of day ("09:00") on a date in an IANA zone. */
export const timeOn = (date: string, time: string, zone: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds);

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

/** Days on which nobody works: 1 Monday to 7 Sunday, and single dates. */
export type WorkCalendar = { restDays: readonly number[]; closedOn: readonly { on: string }[] };

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** P-12: the last millisecond of the nth day of work after the one that an instant falls on, by a calendar in its zone. */
export function endOfWorkDays(instant: Date, days: number, { restDays, closedOn }: WorkCalendar, zone: string): Date {
  const closed = new Set(closedOn.map(({ on }) => on));
  const rests = (day: number) => restDays.includes(weekdayOf(day)) || closed.has(dateOf(day));
  let day = dayOf(todayIn(instant, zone));
  for (let left = days; left > 0; ) {
    day += 1;
    if (!rests(day)) left -= 1;
  }
  return endOfDay(dateOf(day), zone);
}
