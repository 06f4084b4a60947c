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
