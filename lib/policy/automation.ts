import { daysBetween } from "./calendar";
import type { AutomationAnswer, AutomationCause, KeepItem } from "./evaluation";
import type { ReturnFacts } from "./facts";
import type { Reason } from "./rule";
import type { Operation } from "./terms";
import type { Verdict } from "./verdict";

const authorize = (because: AutomationCause) => ({ answer: "authorize", because }) as const;
const ask = (because: AutomationCause) => ({ answer: "ask", because }) as const;

type Judged = { verdict: Verdict; reasons: readonly Reason[]; keepItem: KeepItem | null };
type Facts = Pick<ReturnFacts, "channel" | "order" | "requestedOn"> & {
  lines: Pick<ReturnFacts["lines"][number], "skuRule">[];
};

/** What no choice decides: it is left to a person whatever the settings say. */
function heldBack({ channel, lines }: Facts, { reasons, keepItem }: Judged, settings: Operation["automation"]) {
  if (channel.isAutomationPaused) return ask("paused");
  // P-20: what a marketplace left pending it left for a reason.
  if (channel.mode === "mirrored" && !settings.isOnForMirrored) return ask("left_by_marketplace");
  if (reasons.some(({ rule, outcome }) => rule === "quantity" && outcome === "fail")) return ask("too_many_units");
  const effects = new Set(reasons.map(({ effect }) => effect));
  if (effects.has("dispute_path")) return ask("dispute_path");
  if (effects.has("ask_forwarder")) return ask("not_handed_over");
  if (effects.has("message_buyer")) return ask("on_its_way");
  // A suggestion by what the way costs is no rule of the seller's, and holds nothing back.
  if (keepItem && keepItem.because !== "cost") return ask("returnless");
  return lines.some(({ skuRule }) => skuRule?.automation === "manual") ? ask("sku_manual") : null;
}

function decide(facts: Facts, judged: Judged, settings: Operation["automation"], orderAgeDays: number) {
  const { mode, plan } = facts.channel;
  const { verdict, reasons } = judged;
  const isInPolicy = verdict === "in_policy";
  const exemptBy = new Set(reasons.map((reason) => (reason.rule === "prepaid" ? reason.exemptBy : null)));

  const held = heldBack(facts, judged, settings);
  if (held) return held;
  if (facts.lines.length > 0 && facts.lines.every(({ skuRule }) => skuRule?.automation === "automatic"))
    return authorize("sku_automatic");
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
export function automationAnswer(facts: Facts, judged: Judged, { automation: settings }: Operation): AutomationAnswer {
  const orderAgeDays = Math.max(0, daysBetween(facts.order.orderedOn, facts.requestedOn));
  const decided = decide(facts, judged, settings, orderAgeDays);
  return { ...decided, withinDays: settings.withinDays, orderAgeDays };
}
