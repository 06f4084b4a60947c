import { daysBetween } from "@/lib/kernel/dates";
import { REACH } from "../reach";
import type { Operation } from "../terms/terms";
import { type AutomationCause, HOLDS, type Hold } from "./automation-causes";
import type { AutomationAnswer, KeepItem } from "./evaluation";
import type { ChannelFacts, ReturnFacts } from "./facts";
import type { Reason } from "./rules";
import type { Verdict } from "./verdict";

const authorize = (because: AutomationCause) => ({ answer: "authorize", because }) as const;
const ask = (because: AutomationCause) => ({ answer: "ask", because }) as const;

type Judged = { verdict: Verdict; reasons: readonly Reason[]; keepItem: KeepItem | null };
type Facts = Pick<ReturnFacts, "channel" | "order" | "requestedOn"> & {
  lines: Pick<ReturnFacts["lines"][number], "skuRule">[];
};
type Settings = Operation["automation"];

/** All of a request that automation looks at: two that agree in it are answered alike. */
export type AutomationSignals = {
  verdict: Verdict;
  isExemptSku: boolean;
  isExemptCategory: boolean;
  /** The first rule that leaves it to a person. */
  heldBy: Hold | null;
  isReturnless: boolean;
  isSkuManual: boolean;
  isSkuAutomatic: boolean;
  orderAgeDays: number;
};
export type AutomatedChannel = Pick<ChannelFacts, "mode" | "plan" | "isAutomationPaused">;

/** Few reasons hold anything back. */
const HOLDING: ReadonlySet<string> = new Set(HOLDS.map(({ effect }) => effect));

/** Of all that hold a request back the one that is asked first. */
const holdOf = (reasons: readonly { rule: string; effect: string }[]): Hold | null =>
  reasons.some(({ effect }) => HOLDING.has(effect))
    ? (HOLDS.find(({ rule, effect }) => reasons.some((reason) => reason.rule === rule && reason.effect === effect))
        ?.because ?? null)
    : null;

function signalsOf({ order, requestedOn, lines }: Facts, { verdict, reasons, keepItem }: Judged): AutomationSignals {
  const isExemptBy = (what: "sku" | "category") =>
    reasons.some((reason) => reason.rule === "prepaid" && reason.exemptBy === what);
  return {
    verdict,
    isExemptSku: isExemptBy("sku"),
    isExemptCategory: isExemptBy("category"),
    heldBy: holdOf(reasons),
    // A suggestion by what the way costs is no rule of the seller's, and holds nothing back.
    isReturnless: keepItem !== null && keepItem.because !== "cost",
    isSkuManual: lines.some(({ skuRule }) => skuRule?.automation === "manual"),
    isSkuAutomatic: lines.length > 0 && lines.every(({ skuRule }) => skuRule?.automation === "automatic"),
    orderAgeDays: Math.max(0, daysBetween(order.orderedOn, requestedOn)),
  };
}

/** Whether nothing at all is authorized by itself there, whatever is asked for. */
export const neverAutomates = ({ mode, isAutomationPaused }: AutomatedChannel, settings: Settings): boolean =>
  isAutomationPaused || (!REACH[mode].carriesOut && !settings.isOnForMirrored);

/** What no choice decides: it is left to a person whatever the settings say. */
function heldBack({ mode, isAutomationPaused }: AutomatedChannel, signals: AutomationSignals, settings: Settings) {
  if (isAutomationPaused) return ask("paused");
  // P-20: what a marketplace left pending it left for a reason.
  if (!REACH[mode].carriesOut && !settings.isOnForMirrored) return ask("left_by_marketplace");
  if (signals.heldBy) return ask(signals.heldBy);
  if (signals.isReturnless) return ask("returnless");
  return signals.isSkuManual ? ask("sku_manual") : null;
}

/** The decision itself, of a request in front of somebody as of a month of them in a preview. */
export function decideAutomation(channel: AutomatedChannel, signals: AutomationSignals, settings: Settings) {
  const { carriesOut } = REACH[channel.mode];
  const { isExemptSku, isExemptCategory, orderAgeDays } = signals;
  const isInPolicy = signals.verdict === "in_policy";

  const held = heldBack(channel, signals, settings);
  if (held) return held;
  if (signals.isSkuAutomatic) return authorize("sku_automatic");
  // S1-19, before any choice: an exempt SKU has a setting of its own.
  if (isExemptSku && settings.exempt === "manual") return ask("exempt_manual");
  if (isExemptSku && isInPolicy && carriesOut) return authorize("exempt_automatic");
  // S1-03 and P-16: a professional's in-policy requests; S4-01 governs only what is left.
  if (carriesOut && channel.plan === "professional" && isInPolicy && !isExemptCategory)
    return authorize("professional_in_policy");

  if (settings.choice === "each") return ask("choice_each");
  if (settings.withinDays !== null && orderAgeDays > settings.withinDays) return ask("older_than_limit");
  if (settings.choice === "all") return authorize("choice_all");
  return isInPolicy ? authorize("choice_policy") : ask("out_of_policy");
}

/** S4-01 with the plan, the exemptions and the mode: whether a request is authorized by itself, and why (not). */
export function automationAnswer(facts: Facts, judged: Judged, { automation: settings }: Operation): AutomationAnswer {
  const signals = signalsOf(facts, judged);
  const { answer, because } = decideAutomation(facts.channel, signals, settings);
  return { answer, because, withinDays: settings.withinDays, orderAgeDays: signals.orderAgeDays };
}
