import type { Db, Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { listChannelRules, listSkuRules } from "@/lib/channels/channel-rules";
import { judge, reasonLabelsOf, startingDeadlines } from "@/lib/judging/judge";
import { judgeRowsAgain } from "@/lib/judging/judge-again";
import { lockUndecidedOfOrder } from "@/lib/judging/requests-to-judge";
import { todayIn } from "@/lib/kernel/calendar";
import { newId } from "@/lib/kernel/ids";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import { type Actor, SYSTEM } from "@/lib/policy/actor";
import { REACH } from "@/lib/policy/reach";
import { insertReturns } from "./insert-returns";
import { moveReturnsIn } from "./move-returns";
import { findHeldBefore, hasReturn, lockOrder } from "./request-orders";

export type ReturnRequest = {
  /** Made by the client once for each intent: the same id again is the same request. */
  id?: string;
  orderId: string;
  source: "portal" | "person";
  /** The lines of the order that come back, each once. */
  lines: { orderLineId: string; quantity: number; reason: string }[];
  buyerComment: string | null;
  /** The day it came in, in the channel's zone, where that is not now: an e-mail of yesterday. */
  requestedOn?: string;
  actor: Actor;
  now: Date;
};

/**
 * Takes a request: judged at once, and authorized at once where policy and settings say so (S1-03). Refuses
 * `unknown_order`, `unknown_line`, and `mirrored_channel` where a marketplace's own report brings the requests.
 */
export const requestReturn = (
  db: Db,
  sellerId: string,
  request: ReturnRequest,
): Promise<Result<{ id: string }, Refusal>> => withSeller(db, sellerId, (tx) => requestReturnIn(tx, sellerId, request));

/** Whether people may enter requests of a channel by hand; elsewhere the marketplace's report would bring them again. */
export const takesRequests = ({ marketplace }: { marketplace: string }): boolean => marketplace !== "amazon";

/** The same for a caller that holds the transaction. */
export async function requestReturnIn(
  tx: Tx,
  sellerId: string,
  request: ReturnRequest,
): Promise<Result<{ id: string }, Refusal>> {
  const { actor, now } = request;
  const order = await lockOrder(tx, sellerId, request.orderId);
  if (!order) return refuse({ code: "unknown_order" });
  const [channel] = await listChannelRules(tx, sellerId, [order.channelId]);
  if (!channel || !takesRequests(channel)) return refuse({ code: "mirrored_channel" });
  const id = request.id ?? newId();
  if (request.id && (await hasReturn(tx, sellerId, id))) return ok({ id });
  const { carriesOut } = REACH[channel.mode];
  const requestedOn = request.requestedOn ?? todayIn(now, channel.timeZone);
  const held = await findHeldBefore(tx, sellerId, { orderId: order.id, id, requestedOn });
  const known = new Map(held.lines.map((line) => [line.id, line]));
  const lines = request.lines.flatMap((line) => {
    const ordered = known.get(line.orderLineId);
    return ordered ? [{ ...line, ordered }] : [];
  });
  const isEachOnce = new Set(lines.map(({ orderLineId }) => orderLineId)).size === request.lines.length;
  if (lines.length === 0 || !isEachOnce) return refuse({ code: "unknown_line" });

  const facts = {
    currency: order.currency,
    order: { ...order, earlierFreeReturns: held.earlierFreeReturns },
    requestedOn,
    requestedAt: request.requestedOn === undefined ? now : null,
    reported: null,
    lines: lines.map(({ ordered, quantity, reason }) => ({
      id: ordered.id,
      sku: ordered.sku,
      category: ordered.category,
      reason,
      quantity,
      orderedQuantity: ordered.quantity,
      alreadyReturnedQuantity: ordered.alreadyReturned,
      amountMinor: ordered.amountMinor,
      hasFreeReturn: ordered.hasFreeReturn,
    })),
  };
  const skuRules = await listSkuRules(
    tx,
    sellerId,
    channel.id,
    facts.lines.map(({ sku }) => sku),
  );
  const evaluation = judge(channel, facts, skuRules, now);
  const status = "authorization_required" as const;
  await insertReturns(
    tx,
    sellerId,
    [
      {
        id,
        channelId: channel.id,
        orderId: order.id,
        orderNumber: order.number,
        buyerName: order.buyerName,
        channelRma: null,
        source: request.source,
        status,
        requestedOn: facts.requestedOn,
        requestedAt: facts.requestedAt,
        evaluation,
        currency: order.currency,
        valueMinor: sumKnown(facts.lines.map(({ amountMinor }) => amountMinor)),
        buyerComment: request.buyerComment,
        reportedStatus: null,
        reported: null,
        isManaged: carriesOut,
        isAnnounced: carriesOut,
        isDisputed: false,
        lines: lines.map(({ ordered, quantity, reason }) => ({
          orderLineId: ordered.id,
          sku: ordered.sku,
          asin: ordered.asin,
          reason,
          reasonLabels: reasonLabelsOf(channel, reason),
          quantity,
          reportedRefundedMinor: null,
        })),
        deadlines: startingDeadlines(channel, facts, { evaluation, status, isImported: false }, now),
      },
    ],
    { actor, now },
  );
  if (request.requestedOn !== undefined) {
    // A request of an earlier day takes what later ones of the order counted as theirs (P-11, S0-13).
    const later = (await lockUndecidedOfOrder(tx, sellerId, order.id)).filter((row) => row.id !== id);
    await judgeRowsAgain(tx, later, { sellerId, channel, now });
  }
  const { answer, because } = evaluation.automation;
  if (answer === "authorize") {
    await moveReturnsIn(tx, {
      sellerId,
      ids: [id],
      request: { move: "authorize", address: null, label: { kind: "policy" }, because },
      actor: SYSTEM,
      now,
    });
  }
  return ok({ id });
}

/** The sum of amounts, or unknown as soon as one of them is. */
export const sumKnown = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((sum, amount) => (sum === null || amount === null ? null : sum + amount), 0);
