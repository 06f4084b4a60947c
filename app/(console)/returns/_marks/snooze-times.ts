import { addDays, dayOf } from "@/lib/kernel/dates";

export const SNOOZES = ["tomorrow", "monday", "week", "own"] as const;
export type SnoozeChoice = (typeof SNOOZES)[number];

/** When a day of work begins. */
export const MORNING = "09:00";

/** The first of January 1970 was a Thursday. */
const MONDAY_TO_EPOCH = 3;

/** The dates that are offered on a day; a Monday that is tomorrow, or in a week, is offered once. */
export function offeredOn(today: string) {
  const weekday = (dayOf(today) + MONDAY_TO_EPOCH) % 7;
  const [tomorrow, monday, week] = [addDays(today, 1), addDays(today, 7 - weekday), addDays(today, 7)];
  return { tomorrow, ...(monday === tomorrow || monday === week ? {} : { monday }), week };
}

/** The date of an instant in a zone. */
export const dateIn = (now: Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(now);
