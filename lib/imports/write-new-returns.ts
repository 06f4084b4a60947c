import type { Tx } from "@/db/client";
import type { Judged } from "@/lib/judging/judge-orders";
import { reasonLabelsOf, startingDeadlines } from "@/lib/judging/starting-deadlines";
import { product } from "@/lib/policy/actor";
import { REACH } from "@/lib/policy/reach";
import { insertReturns, type NewReturn } from "../returns/insert-returns";
import type { BatchContext } from "./batch-context";
import type { KnownOrder } from "./import-world";
import type { OrderPlan, ReturnPlan } from "./plan-order";

/** Writes the returns a file speaks of for the first time, judged and clocked as they stand (P-18). */
export async function writeNewReturns(
  tx: Tx,
  plans: readonly OrderPlan[],
  judged: ReadonlyMap<string, Judged>,
  context: BatchContext,
): Promise<NewReturn[]> {
  const { sellerId, importId, now } = context;
  const found = plans.flatMap(({ after: order, returns }) =>
    returns.flatMap((plan) => {
      const judgement = plan.kind === "new" ? judged.get(plan.after.id) : undefined;
      return judgement ? [newReturnOf(plan, order, judgement, context)] : [];
    }),
  );
  await insertReturns(tx, sellerId, found, { actor: product("import"), now, importId });
  return found;
}

function newReturnOf(
  { after: request, report }: ReturnPlan,
  order: KnownOrder,
  { facts, evaluation, valueMinor }: Judged,
  { channel, now }: BatchContext,
): NewReturn {
  const { status } = request;
  const items = new Map(order.lines.map((item) => [item.id, item]));
  const [row] = report.rows;
  return {
    id: request.id,
    channelId: channel.id,
    orderId: order.id,
    orderNumber: order.number,
    buyerName: order.buyerName,
    channelRma: request.channelRma,
    source: "report",
    status,
    requestedOn: request.requestedOn,
    requestedAt: facts.requestedAt,
    evaluation,
    currency: order.currency,
    valueMinor,
    buyerComment: report.buyerComment,
    reportedStatus: request.reportedStatus,
    reported: request.reported,
    isManaged: REACH[channel.mode].carriesOut,
    isAnnounced: false,
    isDisputed: request.isDisputed,
    lines: request.lines.map(({ orderLineId, reason, quantity, reportedRefundedMinor }) => ({
      orderLineId,
      sku: items.get(orderLineId)?.sku ?? null,
      asin: items.get(orderLineId)?.asin ?? null,
      reason,
      reasonLabels: reasonLabelsOf(channel, reason),
      quantity,
      reportedRefundedMinor,
    })),
    deadlines: startingDeadlines(
      channel,
      facts,
      { evaluation, status, isImported: true, backOn: backOf(request) },
      now,
    ),
    reportRow: { reported: request.reportedStatus, ...(row ? row.source : {}) },
  };
}

/** The day on which its goods came back, as far as their refund is still awaited (P-22). */
const backOf = ({ lines, reported }: ReturnPlan["after"]): string | null =>
  lines.some(({ reportedRefundedMinor }) => (reportedRefundedMinor ?? 0) > 0)
    ? null
    : (reported?.deliveredBackOn ?? null);
