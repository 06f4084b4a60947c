import { type Verdict, worseVerdict } from "./verdict";

/** What an effect does beyond being shown: a verdict, and why automation leaves it to a person (S4-01). */
export type Consequence = { verdict?: Verdict; holds?: string };

/** What the judge knows of a rule: which rules there are is not its business. */
type JudgingRule<Facts, Line, Given extends unknown[], Reason> = {
  name: string;
  effects: Readonly<Record<string, Consequence>>;
  isOverruling?: true;
  answer: (facts: Facts, line: Line, ...given: Given) => Reason | null;
};

type Said = { rule: string; effect: string };

type JudgedLine<Line, Reason> = { line: Line; verdict: Verdict; ours: Verdict; reasons: Reason[] };
type Judgement<Line, Reason> = { verdict: Verdict; ours: Verdict; lines: JudgedLine<Line, Reason>[] };

/** P-21: the overruling word, where there is one; of what it calls out of policy ours may know better which kind. */
function decidedBy(overruling: Verdict | undefined, ours: Verdict): Verdict {
  if (overruling === undefined || overruling === "in_policy") return overruling ?? ours;
  return ours === "in_policy" ? overruling : ours;
}

/** What follows from a reason by these rules; of a rule or an effect of before nobody knows anything any more. */
export const consequencesOf = (
  rules: readonly Pick<JudgingRule<never, never, never, unknown>, "name" | "effects">[],
) => {
  const effects = new Map(rules.map((rule) => [rule.name, rule.effects]));
  return ({ rule, effect }: Said): Consequence => effects.get(rule)?.[effect] ?? {};
};

/**
 * Judges by a list of rules, each asked of each line; the verdict of a line is the worst that a reason of it leads to, and of
 * all the worst of the lines' (P-25). Pure, and total over whatever the schemas let through.
 */
export function judge<Facts, Line, Given extends unknown[], Reason extends Said>(
  rules: readonly JudgingRule<Facts, Line, Given, Reason>[],
) {
  const judgeLine = (facts: Facts, line: Line, given: Given): JudgedLine<Line, Reason> => {
    const reasons: Reason[] = [];
    let ours: Verdict = "in_policy";
    let word: Verdict | undefined;
    for (const rule of rules) {
      const reason = rule.answer(facts, line, ...given);
      if (reason === null) continue;
      reasons.push(reason);
      const said = rule.effects[reason.effect]?.verdict;
      if (said === undefined) continue;
      if (rule.isOverruling) word ??= said;
      else ours = worseVerdict(ours, said);
    }
    return { line, verdict: decidedBy(word, ours), ours, reasons };
  };
  return (facts: Facts, lines: readonly Line[], ...given: Given): Judgement<Line, Reason> => {
    const judged = { verdict: "in_policy", ours: "in_policy", lines: [] } as Judgement<Line, Reason>;
    for (const line of lines) {
      const one = judgeLine(facts, line, given);
      judged.lines.push(one);
      judged.verdict = worseVerdict(judged.verdict, one.verdict);
      judged.ours = worseVerdict(judged.ours, one.ours);
    }
    return judged;
  };
}
