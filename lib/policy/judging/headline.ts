import type { Evaluation } from "./evaluation";
import { consequenceOf, type Reason } from "./rules";

/** The one reason that a list shows: what made the verdict, or the window where nothing speaks against it. */
export function headline({ verdict, lines }: Evaluation): Reason | null {
  const reasons = lines.flatMap((line) => line.reasons);
  const failing = reasons.find((reason) => verdict !== "in_policy" && consequenceOf(reason).verdict === verdict);
  const overruling = reasons.find(({ effect }) => effect === "in_policy" && verdict === "in_policy");
  return failing ?? overruling ?? reasons[0] ?? null;
}

/** The reason that makes the verdict's sentence: where report and rules agree that all is well, the window says most. */
export function tellingReason(evaluation: Evaluation): Reason | null {
  const isAgreed = evaluation.verdict === "in_policy" && !evaluation.differs;
  const reasons = evaluation.lines.flatMap((line) => line.reasons);
  return (isAgreed ? reasons.find(({ rule }) => rule === "return_window") : null) ?? headline(evaluation);
}
