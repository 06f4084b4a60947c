import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type KnownOrder, type KnownReturn, listEvaluations } from "@/db/queries/import-world";
import { inputRows } from "@/db/write-set";
import { SYSTEM } from "../actor";
import type { Evaluation } from "../policy/evaluation";
import { addEvents } from "../returns/add-events";
import { judge } from "../returns/judge";
import type { JudgingContext } from "./batch-context";
import { factsOf } from "./facts-of";
import { goodsValueOf } from "./plan-order";

type Undecided = { after: KnownReturn; order: KnownOrder; judged: Evaluation };

export type Rejudged = { id: string; evaluation: Evaluation };

/** P-26: undecided returns are judged again when their facts changed, with an event where that changes the judgement. */
export async function judgeAgain(
  tx: Tx,
  undecided: readonly Undecided[],
  context: JudgingContext,
): Promise<Rejudged[]> {
  const { sellerId, importId, channel, skuRules, now } = context;
  const again = undecided.flatMap((plan) => {
    const { after, order, judged } = plan;
    const evaluation = judge(channel, factsOf(order, after, channel), skuRules, now);
    return isDeepStrictEqual(evaluation, judged) ? [] : [{ id: after.id, evaluation, judged }];
  });
  if (again.length === 0) return [];
  await writeEvaluations(tx, sellerId, again);
  await addEvents(
    tx,
    again.map(({ id, evaluation, judged }) => ({
      sellerId,
      returnId: id,
      kind: "judged_again" as const,
      actor: SYSTEM,
      now,
      data: { verdict: evaluation.verdict, before: judged.verdict },
      importId,
    })),
  );
  return again;
}

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
  const pending = found.flatMap((order) =>
    order.returns.filter(({ status }) => status === "authorization_required").map((after) => ({ after, order })),
  );
  const judged = await listEvaluations(
    tx,
    sellerId,
    pending.map(({ after }) => after.id),
  );
  const valued = pending.flatMap(({ after, order }) => {
    const valueMinor = goodsValueOf(order, after);
    return valueMinor === after.valueMinor ? [] : [{ id: after.id, valueMinor }];
  });
  if (valued.length > 0)
    await tx.execute(sql`
      update returns r set value_minor = input.value_minor from ${inputRows(valued, "id uuid, value_minor bigint")}
      where r.seller_id = ${sellerId} and r.id = input.id`);
  const undecided = pending.flatMap(({ after, order }) => {
    const evaluation = judged.get(after.id)?.evaluation;
    return evaluation ? [{ after, order, judged: evaluation }] : [];
  });
  return judgeAgain(tx, undecided, context);
}

/** Sets the judgement of returns; also how an undone import puts it back. */
export async function writeEvaluations(tx: Tx, sellerId: string, judged: readonly Rejudged[]): Promise<void> {
  await tx.execute(sql`
    update returns r set evaluation = input.evaluation,
      order_policy_id = (input.evaluation->'policy'->>'orderVersionId')::uuid,
      request_policy_id = (input.evaluation->'policy'->>'requestVersionId')::uuid
    from ${inputRows(judged, "id uuid, evaluation jsonb")}
    where r.seller_id = ${sellerId} and r.id = input.id`);
}

/** A judgement that says that the return is authorized by itself, and why. */
export const automaticOf = ({ id, evaluation }: Rejudged) => {
  const { answer, because } = evaluation.automation;
  return answer === "authorize" ? [{ id, because }] : [];
};
