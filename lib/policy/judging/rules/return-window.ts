import { daysBetween } from "@/lib/kernel/dates";
import { count, day, orNull, text } from "../fields";
import { WINDOW_FIELDS } from "../return-window";
import { rule } from "../rule";

/** S1-20, S0-01, S0-06: requested on or before the last day of the line's window. */
export const returnWindowRule = rule({
  name: "return_window",
  outcomes: ["pass", "fail"],
  effects: { none: {}, out_of_policy: { verdict: "out_of_policy" } },
  fields: {
    ...WINDOW_FIELDS,
    requestedOn: day,
    /** Days after startsOn on which it was requested, and days after endsOn; never negative. */
    usedDays: count,
    lateDays: count,
    category: orNull(text),
    holiday: orNull(text),
  },
})(({ requestedOn }, { window, category }) => {
  const lateDays = Math.max(0, daysBetween(window.endsOn, requestedOn));
  return {
    outcome: lateDays > 0 ? "fail" : "pass",
    effect: lateDays > 0 ? "out_of_policy" : "none",
    ...window,
    requestedOn,
    usedDays: Math.max(0, daysBetween(window.startsOn, requestedOn)),
    lateDays,
    category,
  };
});
