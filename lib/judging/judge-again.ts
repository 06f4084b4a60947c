import { isDeepStrictEqual } from "node:util";
import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inputRows } from "@/db/write-set";
import { type ChannelRules, listSkuRules } from "@/lib/channels/channel-rules";
import { addEvents } from "@/lib/platform/moves/add-events";
import { SYSTEM } from "@/lib/policy/actor";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import { judgementChange } from "@/lib/policy/judging/judgement-change";
import { judge } from "./judge";
import { requestFactsOf } from "./request-facts";
import type { RequestToJudge } from "./requests-to-judge";

export type Rejudged = { id: string; evaluation: Evaluation; before: Evaluation };

type Context = { sellerId: string; now: Date; importId?: string };

/** Sets the judgement of returns; also how an undone import puts it back. */
export async function writeEvaluations(
  tx: Tx,
  sellerId: string,
  judged: readonly { id: string; evaluation: Evaluation }[],
): Promise<void> {
  if (judged.length === 0) return;
  await tx.execute(sql`
    update returns r set evaluation = input.evaluation,
      order_policy_id = (input.evaluation->'policy'->>'orderVersionId')::uuid,
      request_policy_id = (input.evaluation->'policy'->>'requestVersionId')::uuid
    from ${inputRows(
      judged.map(({ id, evaluation }) => ({ id, evaluation })),
      "id uuid, evaluation jsonb",
    )}
    where r.seller_id = ${sellerId} and r.id = input.id`);
}

/** P-26: keeps judgements that came out anew, with an event where one says something else; answers those that differ. */
export async function keepJudgements(
  tx: Tx,
  judged: readonly Rejudged[],
  { sellerId, now, importId }: Context,
): Promise<Rejudged[]> {
  const again = judged.filter(({ evaluation, before }) => !isDeepStrictEqual(evaluation, before));
  await writeEvaluations(tx, sellerId, again);
  const event = { sellerId, kind: "judged_again" as const, actor: SYSTEM, now, importId };
  await addEvents(
    tx,
    again.flatMap(({ id: returnId, evaluation, before }) => {
      const changed = judgementChange(before, evaluation);
      return changed ? [{ ...event, returnId, data: { verdict: evaluation.verdict, changed } }] : [];
    }),
  );
  return again;
}

/** Judges undecided returns of a channel, taken before, by their facts of now (P-26). Decides nothing. */
export async function judgeRowsAgain(
  tx: Tx,
  rows: readonly RequestToJudge[],
  { channel, ...context }: Context & { channel: ChannelRules },
): Promise<Rejudged[]> {
  const skus = rows.flatMap(({ lines }) => lines.map(({ sku }) => sku));
  const skuRules = await listSkuRules(tx, context.sellerId, channel.id, skus);
  const judged = rows.map((row) => ({
    id: row.id,
    evaluation: judge(channel, requestFactsOf(row), skuRules, context.now),
    before: row.evaluation,
  }));
  return keepJudgements(tx, judged, context);
}
