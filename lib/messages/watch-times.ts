import { Temporal } from "temporal-polyfill";
import { endOfDay, todayIn } from "@/lib/kernel/calendar";

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

type DigestTime = { digestHour: number; digestZone: string };

/** The instant of the digest on a day of its zone; where clocks leap over the hour, right after. */
const digestAt = (on: string, { digestHour, digestZone }: DigestTime): Date =>
  new Date(
    Temporal.PlainDate.from(on).toZonedDateTime({
      timeZone: digestZone,
      plainTime: Temporal.PlainTime.from({ hour: digestHour }),
    }).epochMilliseconds,
  );

/** The last day whose digest is due by now: today in its zone, or yesterday before the hour. */
export function dueDigestOn(now: Date, time: DigestTime): string {
  const today = todayIn(now, time.digestZone);
  return digestAt(today, time) <= now ? today : Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
}

/** What the digest of a day reaches back to: the digest before it. */
export const digestSince = (previousOn: string, time: DigestTime): Date => digestAt(previousOn, time);

/** When to look again: within the hour, and right when the next digest is due. */
export function nextLook(now: Date, time: DigestTime): Date {
  const next = Temporal.PlainDate.from(dueDigestOn(now, time)).add({ days: 1 }).toString();
  return new Date(Math.min(now.getTime() + HOUR_MS, Math.max(digestAt(next, time).getTime(), now.getTime() + 60_000)));
}

type Digest = { on: string; zone: string; since: Date; until: Date };

/** What a digest counts: what came in its span, what is due until its day ends, messages of the last week. */
export const digestSpan = ({ on, zone, since, until }: Digest) => ({
  since,
  until,
  dayEnds: endOfDay(on, zone),
  messagesSince: new Date(until.getTime() - WEEK_MS),
});
