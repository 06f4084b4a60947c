import { REACH } from "../reach";
import type { MergedTerms } from "../terms/merge-terms";
import type { Operation } from "../terms/terms";
import type { BoundTerms } from "../terms/versions";
import { automationAnswer } from "./automation";
import type { Evaluation, KeepItem } from "./evaluation";
import type { ReturnFacts } from "./facts";
import { judge } from "./judge";
import { labelFor } from "./label";
import { type LineToJudge, lineToJudge } from "./line-to-judge";
import { laterWindow, returnWindow } from "./return-window";
import { type Reason, RULES } from "./rules";

const judgeByRules = judge<ReturnFacts, LineToJudge, [MergedTerms, Operation], Reason>(RULES);

const isExemptBy = (reasons: readonly Reason[]) => reasons.some(({ effect }) => effect === "exempt");

function allOf(lists: readonly (readonly Reason[])[]): Reason[] {
  const all: Reason[] = [];
  for (const list of lists) for (const reason of list) all.push(reason);
  return all;
}

function policyOf(bound: BoundTerms, operationVersion: number | undefined): Evaluation["policy"] {
  const { orderVersionId, orderVersion, requestVersionId, requestVersion } = bound;
  return operationVersion === undefined
    ? { orderVersionId, orderVersion, requestVersionId, requestVersion }
    : { orderVersionId, orderVersion, requestVersionId, requestVersion, operationVersion };
}

const NO_ITEM = { category: null, sku: null };

function latestWindow(facts: ReturnFacts, lines: readonly LineToJudge[], terms: MergedTerms): Evaluation["window"] {
  const windows = lines.length > 0 ? lines.map(({ window }) => window) : [returnWindow(facts, NO_ITEM, terms)];
  const { startsOn, endsOn, days, from, transitDays, basis } = windows.reduce(laterWindow);
  return { startsOn, endsOn, days, from, transitDays, basis };
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
  const { terms } = bound;
  const { channel } = facts;
  const reported = REACH[channel.mode].confirmsBy ? (facts.reported?.isInPolicy ?? null) : null;

  const toJudge = facts.lines.map((line) => lineToJudge(facts, line, terms));
  const { verdict, ours, lines } = judgeByRules(facts, toJudge, terms, operation);
  const reasonsByLine = lines.map(({ reasons }) => reasons);
  const reasons = allOf(reasonsByLine);
  const isExempt = isExemptBy(reasons);
  const isPrepaidEligible =
    channel.programme === "seller_fulfilled" && channel.hasPrepaid && verdict === "in_policy" && !isExempt;
  const keepItem = verdict === "in_policy" ? keepItemOf(reasonsByLine, reasons) : null;
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
    window: latestWindow(facts, toJudge, terms),
    label: labelFor(channel, { verdict, isPrepaidEligible }, reasons),
    automation: automationAnswer(facts, { verdict, reasons, keepItem }, operation),
    keepItem,
    outbound: reasons.some(({ rule }) => rule === "outbound") ? facts.order.outbound : null,
    policy: policyOf(bound, operationVersion),
  };
}

/** S2-10, S4-14: whether the buyer should keep the whole of it: by a rule for every line, else by what the way costs. */
function keepItemOf(reasonsByLine: readonly (readonly Reason[])[], all: readonly Reason[]): KeepItem | null {
  if (!all.some(({ effect }) => effect === "keep_item")) return null;
  const ofLines = reasonsByLine.map((reasons) => reasons.find((reason) => reason.rule === "returnless"));
  const [first] = ofLines;
  const isByRule = ofLines.length > 0 && ofLines.every((reason) => reason?.effect === "keep_item");
  if (isByRule && first?.rule === "returnless" && first.because !== "none")
    return { because: first.because, name: first.name, resolution: first.resolution ?? "refund" };
  const isDear = all.some(({ rule, effect }) => rule === "worth_returning" && effect === "keep_item");
  return isDear ? { because: "cost", name: null, resolution: "refund" } : null;
}
