import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inputRows } from "@/db/write-set";
import { SYSTEM } from "../actor";
import type { Evaluation } from "../policy/evaluation";
import { addEvents } from "../returns/add-events";
import { judge } from "../returns/judge";
import type { JudgingContext } from "./batch-context";
import { factsOf } from "./facts-of";
import type { ChangedReturn } from "./write-changed-returns";

export type Rejudged = { id: string; evaluation: Evaluation };

/** P-26: undecided returns are judged again when their facts changed, with an event where that changes the judgement. */
export async function judgeAgain(
  tx: Tx,
  undecided: readonly (ChangedReturn & { judged: Evaluation })[],
  context: JudgingContext,
): Promise<Rejudged[]> {
  const { sellerId, importId, channel, skuRules, now } = context;
  const again = undecided.flatMap((plan) => {
    const { after, order, judged } = plan;
    const evaluation = judge(channel, factsOf(order, after), skuRules, now);
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

/** Sets the judgement of returns; also how an undone import puts it back. */
export async function writeEvaluations(tx: Tx, sellerId: string, judged: readonly Rejudged[]): Promise<void> {
  await tx.execute(sql`
    update returns r set evaluation = input.evaluation,
      order_policy_id = (input.evaluation->'policy'->>'orderVersionId')::uuid,
      request_policy_id = (input.evaluation->'policy'->>'requestVersionId')::uuid
    from ${inputRows(judged, "id uuid, evaluation jsonb")}
    where r.seller_id = ${sellerId} and r.id = input.id`);
}
