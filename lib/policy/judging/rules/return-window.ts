import { daysBetween } from "@/lib/kernel/calendar";
import { returnWindow } from "../return-window";
import type { ReasonOf, Rule } from "../rule";

/** S1-20, S0-01, S0-06: requested on or before the last day of the line's window. */
export const returnWindowRule: Rule<ReasonOf<"return_window">> = (facts, line, terms) => {
  const window = returnWindow(facts, line, terms);
  const lateDays = Math.max(0, daysBetween(window.endsOn, facts.requestedOn));
  return {
    rule: "return_window",
    outcome: lateDays > 0 ? "fail" : "pass",
    effect: lateDays > 0 ? "out_of_policy" : "none",
    ...window,
    requestedOn: facts.requestedOn,
    usedDays: Math.max(0, daysBetween(window.startsOn, facts.requestedOn)),
    lateDays,
    category: line.category,
  };
};
