import type { MergedTerms } from "../terms/merge-terms";
import type { Operation } from "../terms/terms";
import type { ReturnFacts } from "./facts";
import type { FieldsOf, FieldTable } from "./fields";
import type { Consequence } from "./judge";
import type { LineToJudge } from "./line-to-judge";

type Outcome = "pass" | "fail" | "unknown" | "info";

/** One rule's answer for one line: numbers, dates and codes, never a sentence. */
type AnswerOf<Spec extends RuleSpec> = {
  outcome: Spec["outcomes"][number];
  effect: keyof Spec["effects"] & string;
} & FieldsOf<Spec["fields"]>;

type RuleSpec = {
  name: string;
  outcomes: readonly [Outcome, ...Outcome[]];
  /** What may follow, and what that does to the verdict and to automation. */
  effects: Readonly<Record<string, Consequence>>;
  fields: FieldTable;
  /** P-21: its word counts over all others'. */
  isOverruling?: true;
};

/** The reason that a rule gives, as it is stored. */
export type ReasonBy<Rule> = Rule extends { name: infer Name; answer: (...given: never[]) => infer Answer }
  ? Extract<Answer, { rule: Name }>
  : never;

/**
 * A rule is all of its file: the words and numbers of its reason, as data (the browser judges too, and loads no schemas),
 * what follows from them, and the function that answers for one line, with null where it has no say in this programme.
 */
export const rule =
  <const Spec extends RuleSpec>(spec: Spec) =>
  (
    says: (facts: ReturnFacts, line: LineToJudge, terms: MergedTerms, operation: Operation) => AnswerOf<Spec> | null,
  ) => ({
    ...spec,
    answer: (
      facts: ReturnFacts,
      line: LineToJudge,
      terms: MergedTerms,
      operation: Operation,
    ): ({ rule: Spec["name"] } & AnswerOf<Spec>) | null => {
      // The answer is fresh, and of this rule alone: it takes the name, instead of a copy of it.
      const answer: (AnswerOf<Spec> & { rule?: string }) | null = says(facts, line, terms, operation);
      if (answer) answer.rule = spec.name;
      return answer as ({ rule: Spec["name"] } & AnswerOf<Spec>) | null;
    },
  });
