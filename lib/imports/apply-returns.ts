import type { Tx } from "@/db/client";
import { writeTogether } from "@/db/write-set";
import { looksAt } from "@/lib/claims/claim-store";
import { type Entering, judgeOrders } from "@/lib/judging/judge-orders";
import { keepJudgements } from "@/lib/judging/keep-judgements";
import { endOfDay } from "@/lib/kernel/calendar";
import { recordScansIn, type Scan } from "@/lib/parcels/record-scans";
import { CHUNK } from "@/lib/platform/moves/writer";
import { product } from "@/lib/policy/actor";
import { claimProgrammeOf } from "@/lib/policy/claims/programme";
import { isUndecided } from "@/lib/policy/machines/return/statuses";
import { confirmRefundsIn } from "@/lib/refunds/confirm-refunds";
import { moveReturnsIn } from "@/lib/returns/move-returns";
import type { BatchContext } from "./batch-context";
import { automate, followReport } from "./follow-report";
import { listEvaluations } from "./import-world";
import { automaticOf } from "./judge-again";
import type { OrderPlan, ReturnPlan } from "./plan-order";
import { recordChanges } from "./record-changes";
import { type ChangedReturn, changedWrites, tellChanges } from "./write-changed-returns";
import { writeNewReturns } from "./write-new-returns";
import { orderWrites } from "./write-orders";

/**
 * Carries out what the planner made of a batch: facts, histories, what follows from the report, and what it takes
 * to undo it. Set-based: the number of statements does not grow with the batch.
 */
export async function applyReturns(tx: Tx, plans: readonly OrderPlan[], batch: BatchContext): Promise<void> {
  const changed = plans.flatMap(changedOf);
  const touched = plans.filter(({ returns }) => returns.some(({ kind }) => kind !== "unchanged"));
  const before = await listEvaluations(
    tx,
    batch.sellerId,
    changed.map(({ after }) => after.id),
  );
  await writeTogether(tx, [...orderWrites(plans, batch), ...changedWrites(changed, batch)]);
  await tellChanges(tx, changed, batch);
  const moved = await followReport(tx, changed, batch);
  const arrived = touched.flatMap(({ returns }) => arrivalsOf(returns, batch.channel.timeZone));
  const touchedIds = touched.map(({ after }) => after.id);
  const judged = await judgeOrders(tx, batch, touchedIds, touched.flatMap(enteringOf));
  const found = await writeNewReturns(tx, plans, judged.entered, batch);
  await recordArrivals(tx, arrived, batch);
  const { sellerId, importId, now } = batch;
  await confirmRefundsIn(tx, { sellerId, importId, now, actor: product("import") }, refundsToldOf(touched));
  await followRefunds(tx, touched, batch);
  await writeTogether(tx, [looksAt(sellerId, claimsToldOf(touched, batch), now)]);
  const again = await keepJudgements(tx, judged.again, batch);
  // What asks for a decision since these files; what they do not speak of is left to whom it was given.
  const told = new Set(changed.map(({ after }) => after.id));
  const anew = new Set(again.map(({ id }) => id));
  const asked = [
    ...found.filter(({ status }) => isUndecided(status)),
    ...judged.again.filter(({ id }) => told.has(id) && (anew.has(id) || moved.has(id))),
  ];
  const automated = await automate(tx, asked.flatMap(automaticOf), batch);
  await recordChanges(tx, { found, changed, moved: new Set([...moved, ...automated]), judged: before }, plans, batch);
}

/** S0-16: that a parcel came back is what a report says of it last. */
const arrivalsOf = (plans: readonly ReturnPlan[], timeZone: string): Scan[] =>
  plans.flatMap(({ kind, before, after: { reported } }) => {
    const { trackingNumber: tracking, deliveredBackOn } = reported ?? {};
    const isNews = kind !== "unchanged" && before?.reported?.deliveredBackOn !== deliveredBackOn;
    if (!tracking || !deliveredBackOn || !isNews) return [];
    return [{ tracking, status: "delivered", at: endOfDay(deliveredBackOn, timeZone) }];
  });

async function recordArrivals(
  tx: Tx,
  arrived: readonly Scan[],
  { sellerId, importId, now }: BatchContext,
): Promise<void> {
  const acting = { sellerId, importId, actor: product("import"), now };
  for (let start = 0; start < arrived.length; start += CHUNK)
    await recordScansIn(
      tx,
      acting,
      // The day is not over yet where it is told on the same one.
      arrived.slice(start, start + CHUNK).map((scan) => ({ ...scan, at: scan.at < now ? scan.at : now })),
    );
}

/** Of what the marketplace refunded, or says about its own claims, something new is told. */
const claimsToldOf = (plans: readonly OrderPlan[], { channel }: BatchContext): string[] =>
  claimProgrammeOf(channel.marketplace) === null
    ? []
    : plans.flatMap(({ returns }) =>
        returns.flatMap((plan) => {
          const { before, after } = plan;
          const isNews =
            JSON.stringify(before?.reported?.safet ?? null) !== JSON.stringify(after.reported?.safet ?? null);
          return isNews || reportedSum(after) !== reportedSum(before) ? [after.id] : [];
        }),
      );

/** P-22: the orders of whose refunds these files tell something new. */
const refundsToldOf = (plans: readonly OrderPlan[]): string[] =>
  plans.flatMap(({ after: { id }, returns }) => (returns.some(tellsRefund) ? [id] : []));

const reportedSum = (request: ReturnPlan["before"]): number =>
  (request?.lines ?? []).reduce((all, line) => all + (line.reportedRefundedMinor ?? 0), 0);
const tellsRefund = ({ before, after }: ReturnPlan): boolean => reportedSum(after) > reportedSum(before);

/** P-04: what is told to be refunded is awaited no longer. It stays so when the files are taken back: the money went. */
async function followRefunds(tx: Tx, plans: readonly OrderPlan[], { sellerId, now }: BatchContext): Promise<void> {
  const told = plans.filter(({ returns }) => returns.some(tellsRefund));
  const ids = told.flatMap(({ returns }) => returns.map(({ after }) => after.id)).sort();
  const request = { move: "follow_refund" as const };
  for (let start = 0; start < ids.length; start += CHUNK)
    await moveReturnsIn(tx, {
      ...{ sellerId, ids: ids.slice(start, start + CHUNK), request, actor: product("import"), now },
    });
}

const enteringOf = ({ after: order, returns }: OrderPlan): Entering[] =>
  returns.flatMap(({ kind, after: { id, status, requestedOn, requestedAt, reported, lines } }) => {
    const at = requestedAt === null ? null : new Date(requestedAt);
    return kind === "new" ? [{ id, orderId: order.id, status, requestedOn, requestedAt: at, reported, lines }] : [];
  });

const changedOf = ({ after: order, returns }: OrderPlan): ChangedReturn[] =>
  returns.flatMap((plan) => (plan.kind === "changed" && plan.before ? [{ ...plan, before: plan.before, order }] : []));
