import type { Tx } from "@/db/client";
import { listSkuRules } from "@/db/queries/channel-rules";
import { listEvaluations } from "@/db/queries/import-world";
import { writeTogether } from "@/db/write-set";
import type { BatchContext } from "./batch-context";
import { automate, followReport } from "./follow-report";
import { automaticOf, judgeAgain } from "./judge-again";
import type { OrderPlan } from "./plan-order";
import { recordChanges } from "./record-changes";
import { type ChangedReturn, changedWrites, tellChanges } from "./write-changed-returns";
import { writeNewReturns } from "./write-new-returns";
import { orderWrites } from "./write-orders";

/**
 * Carries out what the planner made of a batch: facts, histories, what follows from the report, and what it takes
 * to undo it. Set-based: the number of statements does not grow with the batch.
 */
export async function applyReturns(tx: Tx, plans: readonly OrderPlan[], batch: BatchContext): Promise<void> {
  const { sellerId, channel } = batch;
  const skus = plans.flatMap(({ after }) => after.lines.map(({ sku }) => sku));
  const context = { ...batch, skuRules: await listSkuRules(tx, sellerId, channel.id, skus) };
  const changed = plans.flatMap(changedOf);
  const judged = await listEvaluations(
    tx,
    context.sellerId,
    changed.map(({ after }) => after.id),
  );
  await writeTogether(tx, [...orderWrites(plans, context), ...changedWrites(changed, context)]);
  const found = await writeNewReturns(tx, plans, context);
  await tellChanges(tx, changed, context);
  const moved = await followReport(tx, changed, context);
  const undecided = changed.flatMap((plan) => {
    const evaluation = judged.get(plan.after.id)?.evaluation;
    const isPending = plan.before.status === "authorization_required" && !moved.has(plan.after.id);
    return isPending && evaluation ? [{ ...plan, judged: evaluation }] : [];
  });
  const again = await judgeAgain(tx, undecided, context);
  const pending = found.filter(({ status }) => status === "authorization_required");
  await automate(tx, [...pending, ...again].flatMap(automaticOf), context);
  await recordChanges(tx, { found, changed, moved, judged }, plans, context);
}

const changedOf = ({ after: order, returns }: OrderPlan): ChangedReturn[] =>
  returns.flatMap((plan) => (plan.kind === "changed" && plan.before ? [{ ...plan, before: plan.before, order }] : []));
