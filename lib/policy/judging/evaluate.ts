import { laterDate } from "@/lib/kernel/calendar";
import { REACH } from "../reach";
import type { MergedTerms } from "../terms/merged-terms";
import type { Operation } from "../terms/terms";
import type { BoundTerms } from "../terms/versions";
import { automationAnswer } from "./automation";
import type { Evaluation } from "./evaluation";
import type { LineFacts, ReturnFacts } from "./facts";
import { judge } from "./judge";
import { keepItemOf } from "./keep-item";
import { labelFor } from "./label";
import { returnWindow } from "./return-window";
import { type Reason, RULES } from "./rules";

const judgeByRules = judge<ReturnFacts, LineFacts, [MergedTerms, Operation], Reason>(RULES);

const isExemptBy = (reasons: readonly Reason[]) => reasons.some(({ effect }) => effect === "exempt");

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

  const { verdict, ours, lines } = judgeByRules(facts, facts.lines, terms, operation);
  const reasonsByLine = lines.map(({ reasons }) => reasons);
  const reasons = reasonsByLine.flat();
  const isExempt = isExemptBy(reasons);
  const isPrepaidEligible =
    channel.programme === "seller_fulfilled" && channel.hasPrepaid && verdict === "in_policy" && !isExempt;
  const keepItem = verdict === "in_policy" ? keepItemOf(reasonsByLine) : null;
  return {
    verdict,
    ours,
    reported,
    differs: reported !== null && reported !== (ours === "in_policy"),
    isExempt,
    isPrepaidEligible,
    lines: lines.map(({ line, verdict, reasons }) => ({
      lineId: line.id,
      verdict,
      isExempt: isExemptBy(reasons),
      reasons,
    })),
    window: latestWindow(facts, terms),
    label: labelFor(channel, { verdict, isPrepaidEligible }, reasons),
    automation: automationAnswer(facts, { verdict, reasons, keepItem }, operation),
    keepItem,
    outbound: reasons.find(({ rule }) => rule === "outbound") ? facts.order.outbound : null,
    policy: operationVersion === undefined ? policy : { ...policy, operationVersion },
  };
}
