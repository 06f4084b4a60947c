import type { Operation } from "../terms/terms";
import { type AutomatedChannel, type AutomationSignals, decideAutomation } from "./automation";

/** No limit in days reaches further (S4-01), so older orders need not be told apart. */
export const OLDEST_ORDER_DAYS = 31;

/** So many requests that automation cannot tell apart. */
export type RequestGroup = AutomationSignals & { count: number };

type Outcome = { total: number; authorized: number; left: number };

/**
 * What settings would have done with requests of the past: the very decision, once for each group of them. A pause is
 * left out: it says nothing of the settings.
 */
export function automationOutcome(
  groups: readonly RequestGroup[],
  channel: Omit<AutomatedChannel, "isAutomationPaused">,
  settings: Operation["automation"],
): Outcome {
  const outcome: Outcome = { total: 0, authorized: 0, left: 0 };
  for (const { count, ...signals } of groups) {
    const { answer } = decideAutomation({ ...channel, isAutomationPaused: false }, signals, settings);
    outcome.total += count;
    outcome[answer === "authorize" ? "authorized" : "left"] += count;
  }
  return outcome;
}
