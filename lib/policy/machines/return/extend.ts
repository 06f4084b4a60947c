import { z } from "zod";
import { addDaysTo, endOfDay } from "@/lib/kernel/calendar";
import { addDays } from "@/lib/kernel/dates";
import { dateSchema } from "@/lib/kernel/schemas";
import { EXTENDED_DAYS_AT_MOST } from "../../limits";
import { marketplaceDecides } from "./checks";
import { runningClocks, shifts } from "./clock-effects";
import { tells } from "./effects";
import { type CaseOf, move, type WholeCase } from "./move";
import type { ReturnRefusal } from "./refusals";

/** The last day on which the buyer may hand the parcel in, or take the label. */
const extendInput = z.object({ sendBy: dateSchema });
type Extend = z.infer<typeof extendInput>;

/** S1-21: what is due is the arrival, so the days of transit come on top; a free return has its days from the label. */
function dueOf({ channel, operation }: WholeCase["subject"], sendBy: string): Date {
  const days = channel.programme === "free_return" ? 0 : operation.clocks.transitDays;
  return endOfDay(addDays(sendBy, days), channel.timeZone);
}

const isLater = ({ subject, input: { sendBy } }: WholeCase<Extend>): ReturnRefusal | null => {
  const { lapsesAt } = subject;
  return sendBy !== undefined && lapsesAt !== null && dueOf(subject, sendBy) <= lapsesAt ? { code: "not_later" } : null;
};

const isWithin = ({ subject, input: { sendBy }, now }: WholeCase<Extend>): ReturnRefusal | null =>
  sendBy !== undefined && dueOf(subject, sendBy) > addDaysTo(now, EXTENDED_DAYS_AT_MOST, subject.channel.timeZone)
    ? { code: "too_much_time", days: EXTENDED_DAYS_AT_MOST }
    : null;

const isAwaited = ({ subject }: CaseOf<"lapsesAt">): ReturnRefusal | null =>
  subject.lapsesAt === null ? { code: "nothing_awaited" } : null;

/** S1-21: the buyer gets more time for what is awaited of them. */
export const extend = move({
  from: ["awaiting_return", "received"],
  to: ({ subject }) => subject.status,
  by: ["person"],
  offer: { shown: "elsewhere" },
  input: extendInput,
  guard: (the: CaseOf<"mode" | "lapsesAt">) => marketplaceDecides(the) ?? isAwaited(the),
  asks: { isLater, isWithin },
  effects: ({ subject, input: { sendBy } }) =>
    sendBy === undefined
      ? []
      : [
          ...runningClocks(subject).map((clock) => shifts(clock, dueOf(subject, sendBy))),
          ...tells("buyer.extended", subject),
        ],
  data: ({ input: { sendBy = "" } }) => ({ sendBy }),
});
