import { formatDateTimeZone, formatDay, formatOneUnit, type TimeWords } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import type { Consequence, Party } from "@/lib/policy/clocks/deadlines";
import { type ChannelMode, REACH } from "@/lib/policy/reach";

const HOUR = 3_600_000;

type ShortWords = (key: "overdue" | "in" | "inWithDay", values: { duration: string; day?: string }) => string;
type Reading = { locale: Locale; timeZone: string; now: Date };
type Due = { dueAt: Date; party: Party; hasDay?: boolean };

/** How close it is: past, within a day, within three, or later; another's clock never alarms. */
export type Closeness = "late" | "near" | "soon" | "later";

function closenessOf({ dueAt, party }: Due, now: Date): Closeness {
  const left = dueAt.getTime() - now.getTime();
  if (party !== "seller" || left > 72 * HOUR) return "later";
  return left <= 0 ? "late" : left <= 24 * HOUR ? "near" : "soon";
}

/** A deadline in one line: how late it is, how long is left within a day, else its day; the title has all of it. */
export function shortDue(due: Due, words: { t: ShortWords; time: TimeWords }, reading: Reading) {
  const { dueAt, hasDay = false } = due;
  const closeness = closenessOf(due, reading.now);
  const left = dueAt.getTime() - reading.now.getTime();
  const day = formatDay(dueAt, reading);
  const duration = closeness === "later" ? "" : formatOneUnit(words.time, left);
  const text =
    closeness === "late" || closeness === "near"
      ? words.t(closeness === "late" ? "overdue" : "in", { duration })
      : closeness === "soon" && hasDay
        ? words.t("inWithDay", { duration, day })
        : day;
  return { closeness, text, title: formatDateTimeZone(words.time, dueAt, reading) };
}

type Itself = "authorize" | "refund" | "complete" | "close";

/** A refund that nobody may forget is none that happens by itself: only a marketplace pays it out of the seller's purse. */
const ITSELF: Record<Consequence, { here: Itself | null; there: Itself | null }> = {
  nothing: { here: null, there: null },
  authorize: { here: "authorize", there: "authorize" },
  refund: { here: null, there: "refund" },
  expire: { here: "close", there: "close" },
  lapse: { here: "close", there: "close" },
  complete: { here: "complete", there: "complete" },
};

/** What happens when nobody acts: here, or as it is expected on a marketplace that acts by itself (P-19). */
export const itselfOf = (consequence: Consequence, mode: ChannelMode): Itself | null =>
  ITSELF[consequence][REACH[mode].carriesOut ? "here" : "there"];
