import type { LineEvaluation } from "@/lib/policy/judging/evaluation";
import { consequenceOf, type Reason } from "@/lib/policy/judging/rules";

/** One rule with one outcome, and what it said of which lines. */
export type JudgedRule = Pick<Reason, "rule" | "outcome" | "effect"> & {
  lineIds: string[];
  answers: { reason: Reason; lineId: string }[];
};

/** Every rule once where all lines came out alike, else once for each outcome with the lines it is about. */
export function rulesOf(lines: readonly LineEvaluation[]): JudgedRule[] {
  const judged = new Map<string, JudgedRule>();
  for (const { lineId, reasons } of lines) {
    for (const reason of reasons) {
      const { rule, outcome, effect } = reason;
      // Nothing charges a fee yet.
      if (rule === "restocking") continue;
      const key = `${rule} ${outcome} ${effect}`;
      const row = judged.get(key) ?? { rule, outcome, effect, lineIds: [], answers: [] };
      row.lineIds.push(lineId);
      row.answers.push({ reason, lineId });
      judged.set(key, row);
    }
  }
  const order = lines.flatMap(({ reasons }) => reasons.map(({ rule }) => rule));
  return [...judged.values()].sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule));
}

/** What a rule says in different words of different lines, each said once; `names` are the lines it is about. */
export function saidOf(
  answers: JudgedRule["answers"],
  say: (reason: Reason) => string,
  nameOf: (lineId: string) => string,
): { text: string; names: string[] }[] {
  const said = new Map<string, string[]>();
  for (const { reason, lineId } of answers) {
    const text = say(reason);
    said.set(text, [...(said.get(text) ?? []), nameOf(lineId)]);
  }
  return [...said].map(([text, names]) => ({ text, names }));
}

/** What a person has to look at: a rule that was not met, could not be asked, or that changes what usually follows. */
export function standsOut({ rule, outcome, effect }: Pick<JudgedRule, "rule" | "outcome" | "effect">): boolean {
  if (outcome === "fail" || outcome === "unknown") return true;
  const { verdict, holds } = consequenceOf({ rule, effect });
  return holds !== undefined || effect === "exempt" || (verdict !== undefined && verdict !== "in_policy");
}
