import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inputRows } from "@/db/write-set";
import { addEvents } from "@/lib/platform/moves/add-events";
import { product } from "@/lib/policy/actor";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import { judgementChange } from "@/lib/policy/judging/judgement-change";
import type { Rejudged } from "./judge-orders";

type Context = { sellerId: string; now: Date; importId?: string };
type Kept = { id: string; evaluation: Evaluation; valueMinor: number | null };

/** Sets the judgement of returns; also how an undone import puts it back. */
export async function writeEvaluations(tx: Tx, sellerId: string, judged: readonly Kept[]): Promise<void> {
  if (judged.length === 0) return;
  await tx.execute(sql`
    update returns r set evaluation = input.evaluation, value_minor = input.value_minor,
      order_policy_id = (input.evaluation->'policy'->>'orderVersionId')::uuid,
      request_policy_id = (input.evaluation->'policy'->>'requestVersionId')::uuid
    from ${inputRows(
      judged.map(({ id, evaluation, valueMinor }) => ({ id, evaluation, valueMinor })),
      "id uuid, evaluation jsonb, value_minor bigint",
    )}
    where r.seller_id = ${sellerId} and r.id = input.id`);
}

/** P-26: keeps judgements that came out anew, with an event where one says something else; answers those that differ. */
export async function keepJudgements(
  tx: Tx,
  judged: readonly Rejudged[],
  { sellerId, now, importId }: Context,
): Promise<Rejudged[]> {
  const again = judged.filter(({ evaluation, before }) => !isDeepStrictEqual(evaluation, before.evaluation));
  const isAnew = new Set(again);
  await writeEvaluations(
    tx,
    sellerId,
    judged.filter((one) => isAnew.has(one) || one.valueMinor !== one.before.valueMinor),
  );
  const event = { sellerId, kind: "judged_again" as const, actor: product("judging"), now, importId };
  await addEvents(
    tx,
    again.flatMap(({ id: returnId, evaluation, before }) => {
      const changed = judgementChange(before.evaluation, evaluation);
      return changed ? [{ ...event, returnId, data: { verdict: evaluation.verdict, changed } }] : [];
    }),
  );
  return again;
}
