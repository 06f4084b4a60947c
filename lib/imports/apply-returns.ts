import type { Tx } from "@/db/client";
import { writeTogether } from "@/db/write-set";
import { listSkuRules } from "@/lib/channels/channel-rules";
import { keepJudgements } from "@/lib/judging/judge-again";
import type { BatchContext } from "./batch-context";
import { automate, followReport } from "./follow-report";
import { listEvaluations } from "./import-world";
import { automaticOf, besides, isUndecided, type JudgedReturn, judgeInTurn } from "./judge-again";
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
  const touched = plans.filter(({ returns }) => returns.some(({ kind }) => kind !== "unchanged"));
  const isNew = newIn(plans);
  const known = touched.flatMap(({ after }) => after.returns.filter(({ id }) => !isNew.has(id)));
  const before = await listEvaluations(tx, sellerId, [
    ...new Set([...changed.map(({ after }) => after.id), ...known.filter(isUndecided).map(({ id }) => id)]),
  ]);
  await writeTogether(tx, [...orderWrites(plans, context), ...changedWrites(changed, context)]);
  await tellChanges(tx, changed, context);
  const moved = await followReport(tx, changed, context);
  const judged = touched.flatMap(({ after }) =>
    judgeInTurn(after, (request) => isNew.has(request.id) || isUndecided(request), context),
  );
  const found = await writeNewReturns(tx, plans, judged, context);
  const again = await keepJudgements(tx, besides(judged, before), context);
  const anew = new Set([...again.map(({ id }) => id), ...moved, ...isNew]);
  const automated = await automate(
    tx,
    automatedOf(judged, changed, { anew, fresh: isNew }).flatMap(automaticOf),
    context,
  );
  await recordChanges(tx, { found, changed, moved: new Set([...moved, ...automated]), judged: before }, plans, context);
}

type Anew = { anew: ReadonlySet<string>; fresh: ReadonlySet<string> };

/** What asks for a decision since these files; what they do not speak of is left to whom it was given. */
function automatedOf(judged: readonly JudgedReturn[], changed: readonly ChangedReturn[], { anew, fresh }: Anew) {
  const told = new Set(changed.map(({ after }) => after.id));
  return judged
    .filter(({ after }) => isUndecided(after) && anew.has(after.id) && (told.has(after.id) || fresh.has(after.id)))
    .map(({ after: { id }, evaluation }) => ({ id, evaluation }));
}

const newIn = (plans: readonly OrderPlan[]): ReadonlySet<string> =>
  new Set(plans.flatMap(({ returns }) => returns.flatMap(({ kind, after }) => (kind === "new" ? [after.id] : []))));

const changedOf = ({ after: order, returns }: OrderPlan): ChangedReturn[] =>
  returns.flatMap((plan) => (plan.kind === "changed" && plan.before ? [{ ...plan, before: plan.before, order }] : []));
