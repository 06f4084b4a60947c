import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/** A calendar date without a time, 'YYYY-MM-DD', read in the channel's zone. */
export const dateSchema = z.iso.date();

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** Whole days from one date to another; negative when the second lies before the first. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: "day" }).days;

export const laterDate = (a: string, b: string): string => (Temporal.PlainDate.compare(a, b) >= 0 ? a : b);

/** Whether a date lies within two others, both ends included. */
export const isWithin = (date: string, from: string, to: string): boolean =>
  Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, to) <= 0;

/** The calendar date that an instant falls on in an IANA zone. */
export const todayIn = (now: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The first instant of a date in an IANA zone; not always midnight, where clocks change then. */
export const startOfDay = (date: string, zone: string): Date =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone }).epochMilliseconds);

/** The last millisecond of a date in an IANA zone, so that it is still shown as that date. */
export const endOfDay = (date: string, zone: string): Date =>
  new Date(startOfDay(addDays(date, 1), zone).getTime() - 1);

/** P-23: up to when a date without a time counts. */
export const endOfNextDay = (date: string, zone: string): Date => endOfDay(addDays(date, 1), zone);

/** The same time of day some calendar days later in the zone, whatever the clocks do in between. */
export const addDaysTo = (instant: Date, days: number, zone: string): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).add({ days }).epochMilliseconds,
  );

const HOUR = 3_600_000;

export const addHours = (instant: Date, hours: number): Date => new Date(instant.getTime() + hours * HOUR);
