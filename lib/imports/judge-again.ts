import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inputRows } from "@/db/write-set";
import { judge } from "@/lib/judging/judge";
import { keepJudgements, type Rejudged } from "@/lib/judging/judge-again";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { JudgingContext } from "./batch-context";
import { factsOf, inTurn } from "./facts-of";
import { type KnownOrder, type KnownReturn, listEvaluations } from "./import-world";
import { goodsValueOf } from "./plan-order";

export type JudgedReturn = { order: KnownOrder; after: KnownReturn; evaluation: Evaluation };

export const isUndecided = ({ status }: KnownReturn): boolean => status === "authorization_required";

/**
 * Judges those returns of an order that are meant, each by those that were asked for before it: whether one travels free
 * of charge counts for the next (S0-13).
 */
export function judgeInTurn(
  order: KnownOrder,
  isMeant: (request: KnownReturn) => boolean,
  { channel, skuRules, now }: Pick<JudgingContext, "channel" | "skuRules" | "now">,
): JudgedReturn[] {
  return inTurn(order.returns)
    .filter(isMeant)
    .map((after) => {
      const evaluation = judge(channel, factsOf(order, after), skuRules, now);
      after.isFree = evaluation.label.paidBy === "marketplace";
      return { order, after, evaluation };
    });
}

/** What is judged again, beside how it was judged; what was never judged is left out. */
export const besides = (judged: readonly JudgedReturn[], before: ReadonlyMap<string, { evaluation: Evaluation }>) =>
  judged.flatMap(({ after: { id }, evaluation }): Rejudged[] => {
    const was = before.get(id)?.evaluation;
    return was ? [{ id, evaluation, before: was }] : [];
  });

/**
 * P-26 for all returns of orders whose facts changed: those that nobody has decided are judged and valued again, a
 * decided one stands as it was decided.
 */
export async function judgeOrdersAgain(
  tx: Tx,
  found: readonly KnownOrder[],
  context: JudgingContext,
): Promise<Rejudged[]> {
  const { sellerId } = context;
  const judged = found.flatMap((order) => judgeInTurn(order, isUndecided, context));
  const before = await listEvaluations(
    tx,
    sellerId,
    judged.map(({ after }) => after.id),
  );
  const valued = judged.flatMap(({ after, order }) => {
    const valueMinor = goodsValueOf(order, after);
    return valueMinor === after.valueMinor ? [] : [{ id: after.id, valueMinor }];
  });
  if (valued.length > 0)
    await tx.execute(sql`
      update returns r set value_minor = input.value_minor from ${inputRows(valued, "id uuid, value_minor bigint")}
      where r.seller_id = ${sellerId} and r.id = input.id`);
  return keepJudgements(tx, besides(judged, before), context);
}

/** A judgement that says that the return is authorized by itself, and why. */
export const automaticOf = ({ id, evaluation }: { id: string; evaluation: Evaluation }) => {
  const { answer, because } = evaluation.automation;
  return answer === "authorize" ? [{ id, because }] : [];
};
