import type { Evaluation } from "./evaluation";

/** From this part of the goods' value on, the way back costs close to it. */
const CLOSE_TO = 0.8;

type ReturnCost = { costMinor: number; valueMinor: number | null; currency: string };

/** What the way back usually costs where the buyer pays it; null where nobody said, or somebody else pays. */
export function buyersReturnCost({ lines }: Pick<Evaluation, "lines">): ReturnCost | null {
  const reasons = lines.flatMap(({ reasons: ofLine }) => ofLine);
  const found = reasons.find((reason) => reason.rule === "worth_returning" && reason.paidBy === "buyer");
  if (found?.rule !== "worth_returning" || found.costMinor === null) return null;
  const { costMinor, valueMinor, currency } = found;
  return { costMinor, valueMinor, currency };
}

/** S2-11: what the buyer has to pay for the way back, where that is close to what the goods are worth or above it. */
export function costlyReturn(evaluation: Pick<Evaluation, "lines">) {
  const cost = buyersReturnCost(evaluation);
  if (!cost || cost.valueMinor === null || cost.costMinor < cost.valueMinor * CLOSE_TO) return null;
  return { ...cost, valueMinor: cost.valueMinor };
}
