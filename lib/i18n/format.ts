import type { useTranslations } from "next-intl";
import type { Locale } from "@/lib/kernel/locale";

/** The words of the `time` namespace, from useTranslations or getTranslations. */
export type TimeWords = ReturnType<typeof useTranslations<"time">>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// "en" alone would follow the host's region; en-US keeps "Nov 21" everywhere.
const dateLocale = (locale: string) => (locale === "en" ? "en-US" : locale);

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known;
}

const yearOf = (at: Date, timeZone: string) => formatter("en", { timeZone, year: "numeric" }).format(at);

/** A calendar day of an instant in a zone: "Nov 21", with the year when it is not the year of `now`. */
export function formatDay(
  at: Date,
  { locale, timeZone, now }: { locale: string; timeZone: string; now?: Date },
): string {
  const sameYear = now !== undefined && yearOf(at, timeZone) === yearOf(now, timeZone);
  return formatter(dateLocale(locale), {
    timeZone,
    month: "short",
    day: "numeric",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(at);
}

/** A day of the week, 1 Monday to 7 Sunday; 1970-01-05 was a Monday. */
export const weekdayName = (day: number, locale: string): string =>
  formatter(dateLocale(locale), { timeZone: "UTC", weekday: "short" }).format(new Date(Date.UTC(1970, 0, 4 + day)));

/** A date without a time ('YYYY-MM-DD'), shown as the same date everywhere. */
export function formatPlainDate(date: string, { locale, now }: { locale: Locale; now?: Date }): string {
  return formatDay(new Date(`${date}T00:00:00Z`), { locale, timeZone: "UTC", ...(now ? { now } : {}) });
}

/** Hour and minute of an instant in a zone on the 24-hour clock: "07:30". */
export function formatClock(at: Date, timeZone: string): string {
  return formatter("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

/** The short name of a zone at an instant: "GMT+8", "PST". Composed apart, since zh-CN prints it mid-date. */
function zoneName(at: Date, timeZone: string): string {
  const parts = formatter("en-US", { timeZone, timeZoneName: "short" }).formatToParts(at);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

type Reading = { locale: Locale; timeZone: string; now?: Date };

/** Day and clock of an instant, without the zone: "Nov 21, 23:56". */
export function formatDateTime(t: TimeWords, at: Date, reading: Reading): string {
  return t("dateTime", { date: formatDay(at, reading), time: formatClock(at, reading.timeZone) });
}

/** Day, clock and zone: "Nov 21, 23:56 GMT+8" (zh: "11月21日 23:56（GMT+8）"). */
export function formatDateTimeZone(t: TimeWords, at: Date, reading: Reading): string {
  return t("withZone", { dateTime: formatDateTime(t, at, reading), zone: zoneName(at, reading.timeZone) });
}

/** The same instant for the reader and for the marketplace, each with its zone; one when the zones agree. */
export function formatTwoZones(t: TimeWords, at: Date, reading: Reading & { marketplaceZone: string }): string[] {
  const yours = t("yours", { dateTime: formatDateTime(t, at, reading), zone: zoneName(at, reading.timeZone) });
  const there = { ...reading, timeZone: reading.marketplaceZone };
  const theirs = t("marketplace", { dateTime: formatDateTime(t, at, there), zone: zoneName(at, there.timeZone) });
  const sameClock = formatDateTime(t, at, reading) === formatDateTime(t, at, there);
  return sameClock ? [yours] : [yours, theirs];
}

/** A length of time, always numeric, in the two units that matter: "40 min", "26 h", "4 d 18 h", "21 d". */
export function formatDuration(t: TimeWords, milliseconds: number): string {
  const size = Math.abs(milliseconds);
  if (size < HOUR) return t("minutes", { m: Math.max(1, Math.floor(size / MINUTE)) });
  if (size < 2 * DAY) return t("hours", { h: Math.floor(size / HOUR) });
  const d = Math.floor(size / DAY);
  const h = Math.floor((size % DAY) / HOUR);
  return d >= 14 || h === 0 ? t("days", { d }) : t("daysHours", { d, h });
}

/** A length of time in one unit, rounded down: "40 min", "26 h" is "1 d". */
export function formatOneUnit(t: TimeWords, milliseconds: number): string {
  const size = Math.abs(milliseconds);
  if (size < HOUR) return t("minutes", { m: Math.max(1, Math.floor(size / MINUTE)) });
  return size < DAY ? t("hours", { h: Math.floor(size / HOUR) }) : t("days", { d: Math.floor(size / DAY) });
}

/** How a deadline stands: "In 5 h", "Overdue 2 h", "Due now" within the minute. */
export function formatDue(t: TimeWords, dueAt: Date, now: Date): string {
  const left = dueAt.getTime() - now.getTime();
  if (Math.abs(left) < MINUTE) return t("dueNow");
  const duration = formatDuration(t, left);
  return left > 0 ? t("in", { duration }) : t("overdue", { duration });
}

/** How long ago something happened: "26 h ago"; what lies ahead reads "In 5 h". */
export function formatAgo(t: TimeWords, at: Date, now: Date): string {
  const age = now.getTime() - at.getTime();
  if (Math.abs(age) < MINUTE) return t("now");
  const duration = formatDuration(t, age);
  return age > 0 ? t("ago", { duration }) : t("in", { duration });
}

/** Up to here totals are exact; whoever counts stops at one more. */
const EXACT = 1000;

/** A count as it is read: exact up to a thousand, then that it is more. */
export const counted = (count: number, locale: string): string =>
  count > EXACT ? `${EXACT.toLocaleString(locale)}+` : count.toLocaleString(locale);

/** Whether there are more than were counted. */
export const isCut = ({ count }: { count: number }): boolean => count > EXACT;
