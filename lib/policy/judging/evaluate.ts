import { laterDate } from "@/lib/kernel/calendar";
import { REACH } from "../reach";
import type { Operation } from "../terms/terms";
import type { BoundTerms } from "../terms/versions";
import { automationAnswer } from "./automation";
import { VERDICT_OF_EFFECT } from "./effects";
import type { Evaluation, LineEvaluation } from "./evaluation";
import type { LineFacts, ReturnFacts } from "./facts";
import { keepItemOf } from "./keep-item";
import { labelFor } from "./label";
import { returnWindow } from "./return-window";
import type { Reason } from "./rule";
import { RULES } from "./rules";
import { type Verdict, worstVerdict } from "./verdict";

const verdictOf = ({ effect }: Reason): Verdict => VERDICT_OF_EFFECT[effect] ?? "in_policy";

/** P-21: the report's word, where there is one; of what it calls out of policy ours may know better which kind. */
function decidedBy(reported: boolean | null, ours: Verdict): Verdict {
  if (reported === null) return ours;
  if (reported) return "in_policy";
  return ours === "in_policy" ? "out_of_policy" : ours;
}

function latestWindow(facts: ReturnFacts, terms: BoundTerms["terms"]): Evaluation["window"] {
  const items = facts.lines.length > 0 ? facts.lines : [{ category: null, sku: null }];
  const { holiday: _, ...window } = items
    .map((item) => returnWindow(facts, item, terms))
    .reduce((best, next) => (laterDate(best.endsOn, next.endsOn) === best.endsOn ? best : next));
  return window;
}

/**
 * Judges a request by the terms bound to it and the operation in force now. The one judge for import,
 * portal, screens and automation; pure, and total over whatever the schemas let through.
 */
export function evaluate(
  facts: ReturnFacts,
  bound: BoundTerms,
  operation: Operation,
  operationVersion?: number,
): Evaluation {
  const { terms, ...policy } = bound;
  const { channel } = facts;
  const reported = REACH[channel.mode].confirmsBy ? (facts.reported?.isInPolicy ?? null) : null;

  const judge = (line: LineFacts): LineEvaluation & { ours: Verdict } => {
    const reasons = RULES.map((rule) => rule(facts, line, terms, operation)).filter((reason) => reason !== null);
    const ours = worstVerdict(reasons.filter(({ rule }) => rule !== "reported").map(verdictOf));
    const isExempt = reasons.some(({ effect }) => effect === "exempt");
    return { lineId: line.id, verdict: decidedBy(reported, ours), isExempt, reasons, ours };
  };
  const judged = facts.lines.map(judge);
  const reasons = judged.flatMap((line) => line.reasons);

  const ours = worstVerdict(judged.map((line) => line.ours));
  const verdict = worstVerdict(judged.map((line) => line.verdict));
  const isExempt = judged.some((line) => line.isExempt);
  const isPrepaidEligible =
    channel.programme === "seller_fulfilled" && channel.hasPrepaid && verdict === "in_policy" && !isExempt;
  const keepItem = verdict === "in_policy" ? keepItemOf(judged.map((line) => line.reasons)) : null;
  return {
    verdict,
    ours,
    reported,
    differs: reported !== null && reported !== (ours === "in_policy"),
    isExempt,
    isPrepaidEligible,
    lines: judged.map(({ ours: _, ...line }) => line),
    window: latestWindow(facts, terms),
    label: labelFor(channel, { verdict, isPrepaidEligible }, reasons),
    automation: automationAnswer(facts, { verdict, reasons, keepItem }, operation),
    keepItem,
    outbound: reasons.find(({ rule }) => rule === "outbound") ? facts.order.outbound : null,
    policy: operationVersion === undefined ? policy : { ...policy, operationVersion },
  };
}
