import type { Tx } from "@/db/client";
import { type JudgingContext, judgeOrders, type Rejudged } from "@/lib/judging/judge-orders";
import { keepJudgements } from "@/lib/judging/keep-judgements";

const PORTION = 500;

/** P-26 for orders whose facts changed: what nobody has decided is judged and valued again, what is decided stands. */
export async function judgeOrdersAgain(
  tx: Tx,
  orderIds: readonly string[],
  context: JudgingContext & { importId: string },
): Promise<Rejudged[]> {
  const ids = [...new Set(orderIds)];
  const again: Rejudged[] = [];
  for (let start = 0; start < ids.length; start += PORTION) {
    const judged = await judgeOrders(tx, context, ids.slice(start, start + PORTION));
    again.push(...(await keepJudgements(tx, judged.again, context)));
  }
  return again;
}

/** A judgement that says that the return is authorized by itself, and why. */
export const automaticOf = ({ id, evaluation }: Pick<Rejudged, "id" | "evaluation">) => {
  const { answer, because } = evaluation.automation;
  return answer === "authorize" ? [{ id, because }] : [];
};
