import type { Evaluation } from "./evaluation";

/** From this part of the goods' value on, the way back costs close to it. */
const CLOSE_TO = 0.8;

export type CostlyReturn = { costMinor: number; valueMinor: number; currency: string };

/** S2-11: what the buyer has to pay for the way back, where that is close to what the goods are worth or above it. */
export function costlyReturn({ lines }: Pick<Evaluation, "lines">): CostlyReturn | null {
  for (const reason of lines.flatMap(({ reasons }) => reasons)) {
    if (reason.rule !== "worth_returning" || reason.paidBy !== "buyer") continue;
    const { costMinor, valueMinor, currency } = reason;
    if (valueMinor !== null && costMinor >= valueMinor * CLOSE_TO) return { costMinor, valueMinor, currency };
  }
  return null;
}
