import { SNOOZE_DAYS_AT_MOST } from "../../limits";
import { isTerminal, type Status } from "./statuses";

export type SnoozeRefusal =
  | { code: "snooze_past" | "snooze_closed" | "snooze_overdue" }
  | { code: "snooze_too_far"; days: number };

/** Why nothing can be put off until then, whichever return it is. */
export function untilRefused(until: Date, now: Date): SnoozeRefusal | null {
  if (until <= now) return { code: "snooze_past" };
  const isTooFar = until.getTime() - now.getTime() > SNOOZE_DAYS_AT_MOST * 24 * 3_600_000;
  return isTooFar ? { code: "snooze_too_far", days: SNOOZE_DAYS_AT_MOST } : null;
}

type Snoozable = { status: Status; nextDueAt: Date | null };

/** Why this return cannot be put off: nothing waits of it, or it waits already for longer than it may. */
export function snoozeRefused({ status, nextDueAt }: Snoozable, now: Date): SnoozeRefusal | null {
  if (isTerminal(status)) return { code: "snooze_closed" };
  return nextDueAt !== null && nextDueAt <= now ? { code: "snooze_overdue" } : null;
}

/** Whether it is still away: the time has not come, and no deadline of it has passed meanwhile. */
export const isAsleep = (until: Date, nextDueAt: Date | null, now: Date): boolean =>
  until > now && (nextDueAt === null || nextDueAt > now);
