import { z } from "zod";
import { addDaysTo, endOfDay, todayIn } from "@/lib/kernel/calendar";
import { addDays } from "@/lib/kernel/dates";
import { dateSchema } from "@/lib/kernel/schemas";
import { EXTENDED_DAYS_AT_MOST } from "../../limits";
import { marketplaceDecides } from "./checks";
import { runningClocks, shifts } from "./clock-effects";
import { tells } from "./effects";
import { type CaseOf, move, type WholeCase } from "./move";
import type { ReturnRefusal } from "./refusals";

const extendInput = z.object({
  /** The last day on which the buyer may hand the parcel in, or take the label. */
  sendBy: dateSchema.optional(),
  /** Or so many days more than the buyer has: that can be said of many. */
  days: z.int().min(1).max(EXTENDED_DAYS_AT_MOST).optional(),
});
type Extend = z.infer<typeof extendInput>;

const transitDays = ({ channel, operation }: WholeCase["subject"]): number =>
  channel.programme === "free_return" ? 0 : operation.clocks.transitDays;

/** S1-21: what is due is the arrival, so the days of transit come on top; a free return has its days from the label. */
function newDue({ subject, input: { sendBy, days } }: WholeCase<Extend>): Date | null {
  const { timeZone } = subject.channel;
  if (sendBy !== undefined) return endOfDay(addDays(sendBy, transitDays(subject)), timeZone);
  return days === undefined || subject.lapsesAt === null ? null : addDaysTo(subject.lapsesAt, days, timeZone);
}

/** The day that the buyer reads. */
function handInBy(the: WholeCase<Extend>): string {
  const { subject, input } = the;
  const due = newDue(the);
  const { timeZone } = subject.channel;
  return input.sendBy ?? (due ? todayIn(addDaysTo(due, -transitDays(subject), timeZone), timeZone) : "");
}

const isLater = (the: WholeCase<Extend>): ReturnRefusal | null => {
  const due = newDue(the);
  return due !== null && the.subject.lapsesAt !== null && due <= the.subject.lapsesAt ? { code: "not_later" } : null;
};

const isWithin = (the: WholeCase<Extend>): ReturnRefusal | null => {
  const due = newDue(the);
  return due !== null && due > addDaysTo(the.now, EXTENDED_DAYS_AT_MOST, the.subject.channel.timeZone)
    ? { code: "too_much_time", days: EXTENDED_DAYS_AT_MOST }
    : null;
};

const isAwaited = ({ subject }: CaseOf<"lapsesAt">): ReturnRefusal | null =>
  subject.lapsesAt === null ? { code: "nothing_awaited" } : null;

/** S1-21: the buyer gets more time for what is awaited of them. */
export const extend = move({
  from: ["awaiting_return", "received"],
  to: ({ subject }) => subject.status,
  by: ["person"],
  isBulk: true,
  offer: { shown: "elsewhere" },
  input: extendInput,
  guard: (the: CaseOf<"mode" | "lapsesAt">) => marketplaceDecides(the) ?? isAwaited(the),
  asks: { isLater, isWithin },
  effects: (the) => {
    const due = newDue(the);
    if (due === null) return [];
    return [...runningClocks(the.subject).map((clock) => shifts(clock, due)), ...tells("buyer.extended", the.subject)];
  },
  data: (the) => ({ sendBy: handInBy(the) }),
});
