import type { AutomationAnswer, Evaluation, Label } from "./evaluation";
import type { Verdict } from "./verdict";

type Pair<T> = readonly [before: T, after: T];

/** What would have been different for one request; only what would. */
export type ImpactChange = {
  verdict?: Pair<Verdict>;
  automation?: Pair<AutomationAnswer["answer"]>;
  label?: Pair<Label>;
  /** The return's next deadlines, as instants in ISO form; null: none. */
  answerBy?: Pair<string | null>;
  sendBackBy?: Pair<string | null>;
  cost?: ChangeCost;
};

/** What one request would have cost more or, below zero, less; null is unknown, and left out is unchanged. */
export type ChangeCost = { currency: string; goodsMinor?: number | null; freightMinor?: number | null };

/** The kinds of change that a preview tells apart, each with how many requests it would have had. */
export const IMPACT_KINDS = ["verdicts", "more", "fewer", "labels", "deadlines"] as const;
export type ImpactKind = (typeof IMPACT_KINDS)[number];
export const countsOf = ({ verdicts, authorizations, labels, deadlines }: Impact): Record<ImpactKind, number> => ({
  verdicts: verdicts.reduce((all, { count }) => all + count, 0),
  ...authorizations,
  labels,
  deadlines,
});

/** Of one currency, in its minor units; never added to another's. Unknown amounts are counted, not guessed. */
export type ImpactCost = {
  currency: string;
  /** Goods that would have been accepted and were not, less those the other way round. */
  goodsMinor: number;
  goodsUnknown: number;
  /** Ways back that the seller would have paid for and did not, less those the other way round. */
  freightMinor: number;
  freightUnknown: number;
};

export type Impact = {
  judged: number;
  changed: number;
  verdicts: { from: Verdict; to: Verdict; count: number }[];
  authorizations: { more: number; fewer: number };
  labels: number;
  deadlines: number;
  costs: ImpactCost[];
};

/** A request judged one way, with its deadlines. */
export type Judged = {
  evaluation: Pick<Evaluation, "verdict" | "automation" | "label">;
  answerBy: Date | null;
  sendBackBy: Date | null;
};

type Case = {
  before: Judged;
  after: Judged;
  currency: string;
  /** What the goods cost and what the label did; null is unknown. */
  valueMinor: number | null;
  labelCostMinor: number | null;
};

export const noImpact = (): Impact => ({
  judged: 0,
  changed: 0,
  verdicts: [],
  authorizations: { more: 0, fewer: 0 },
  labels: 0,
  deadlines: 0,
  costs: [],
});

const pairIf = <T>(before: T, after: T, isSame = before === after): Pair<T> | undefined =>
  isSame ? undefined : [before, after];
const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

/** What two judgements of one request differ in; null where in nothing. */
export function changeOf({ before, after }: Pick<Case, "before" | "after">): ImpactChange | null {
  const [was, is] = [before.evaluation, after.evaluation];
  const change = {
    verdict: pairIf(was.verdict, is.verdict),
    automation: pairIf(was.automation.answer, is.automation.answer),
    label: pairIf(was.label, is.label, was.label.kind === is.label.kind && was.label.paidBy === is.label.paidBy),
    answerBy: pairIf(iso(before.answerBy), iso(after.answerBy)),
    sendBackBy: pairIf(iso(before.sendBackBy), iso(after.sendBackBy)),
  };
  const found = Object.entries(change).filter(([, pair]) => pair !== undefined);
  return found.length === 0 ? null : (Object.fromEntries(found) as ImpactChange);
}

function costIn(impact: Impact, currency: string): ImpactCost {
  const known = impact.costs.find((cost) => cost.currency === currency);
  if (known) return known;
  const cost = { currency, goodsMinor: 0, goodsUnknown: 0, freightMinor: 0, freightUnknown: 0 };
  impact.costs.push(cost);
  return cost;
}

const isAccepted = ({ evaluation }: Judged): boolean =>
  evaluation.verdict === "in_policy" || evaluation.automation.answer === "authorize";
const isSellersFreight = ({ evaluation }: Judged): boolean => evaluation.label.paidBy === "seller";

/** Adds one request to the sum of a preview, which it changes, and answers what is different for it. */
export function addToImpact(impact: Impact, given: Case): ImpactChange | null {
  const { before, after, currency, valueMinor, labelCostMinor } = given;
  impact.judged += 1;
  const change = changeOf(given);
  if (!change) return null;
  impact.changed += 1;
  if (change.verdict) {
    const [from, to] = change.verdict;
    const known = impact.verdicts.find((row) => row.from === from && row.to === to);
    if (known) known.count += 1;
    else impact.verdicts.push({ from, to, count: 1 });
  }
  if (change.automation) impact.authorizations[change.automation[1] === "authorize" ? "more" : "fewer"] += 1;
  if (change.label) impact.labels += 1;
  if (change.answerBy || change.sendBackBy) impact.deadlines += 1;

  const cost: ChangeCost = { currency };
  const goods = Number(isAccepted(after)) - Number(isAccepted(before));
  if (goods !== 0) cost.goodsMinor = valueMinor && goods * valueMinor;
  const freight = Number(isSellersFreight(after)) - Number(isSellersFreight(before));
  if (freight !== 0) cost.freightMinor = labelCostMinor && freight * labelCostMinor;
  if (goods === 0 && freight === 0) return change;
  addCost(costIn(impact, currency), cost);
  return { ...change, cost };
}

function addCost(sum: ImpactCost, { goodsMinor = 0, freightMinor = 0 }: ChangeCost): void {
  sum.goodsMinor += goodsMinor ?? 0;
  sum.goodsUnknown += Number(goodsMinor === null);
  sum.freightMinor += freightMinor ?? 0;
  sum.freightUnknown += Number(freightMinor === null);
}
