import { daysBetween } from "./calendar";
import type { AutomationAnswer, AutomationCause } from "./evaluation";
import type { ReturnFacts } from "./facts";
import type { Reason } from "./rule";
import type { Operation } from "./terms";
import type { Verdict } from "./verdict";

const authorize = (because: AutomationCause) => ({ answer: "authorize", because }) as const;
const ask = (because: AutomationCause) => ({ answer: "ask", because }) as const;

type Case = {
  facts: Pick<ReturnFacts, "channel">;
  verdict: Verdict;
  reasons: readonly Reason[];
  settings: Operation["automation"];
  orderAgeDays: number;
};

function decide({ facts, verdict, reasons, settings, orderAgeDays }: Case) {
  const { mode, plan } = facts.channel;
  const isInPolicy = verdict === "in_policy";
  const exemptBy = new Set(reasons.map((reason) => (reason.rule === "prepaid" ? reason.exemptBy : null)));

  // P-20: what a marketplace left pending it left for a reason.
  if (mode === "mirrored" && !settings.isOnForMirrored) return ask("left_by_marketplace");
  if (reasons.some(({ rule, outcome }) => rule === "quantity" && outcome === "fail")) return ask("too_many_units");
  if (reasons.some(({ effect }) => effect === "dispute_path")) return ask("dispute_path");
  // S1-19, before any choice: an exempt SKU has a setting of its own.
  if (exemptBy.has("sku") && settings.exempt === "manual") return ask("exempt_manual");
  if (exemptBy.has("sku") && isInPolicy && mode === "managed") return authorize("exempt_automatic");
  // S1-03 and P-16: a professional's in-policy requests; S4-01 governs only what is left.
  if (mode === "managed" && plan === "professional" && isInPolicy && !exemptBy.has("category"))
    return authorize("professional_in_policy");

  if (settings.choice === "each") return ask("choice_each");
  if (settings.withinDays !== null && orderAgeDays > settings.withinDays) return ask("older_than_limit");
  if (settings.choice === "all") return authorize("choice_all");
  return isInPolicy ? authorize("choice_policy") : ask("out_of_policy");
}

/** S4-01 with the plan, the exemptions and the mode: whether a request is authorized by itself, and why (not). */
export function automationAnswer(
  facts: Pick<ReturnFacts, "channel" | "order" | "requestedOn">,
  verdict: Verdict,
  reasons: readonly Reason[],
  { automation: settings }: Operation,
): AutomationAnswer {
  const orderAgeDays = Math.max(0, daysBetween(facts.order.orderedOn, facts.requestedOn));
  const decided = decide({ facts, verdict, reasons, settings, orderAgeDays });
  return { ...decided, withinDays: settings.withinDays, orderAgeDays };
}
