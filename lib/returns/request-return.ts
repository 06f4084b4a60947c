import type { Tx } from "@/db/client";
import { withSeller } from "@/db/tenant";
import { listChannelRules } from "@/lib/channels/channel-rules";
import { judgedOne, judgeTaken, takeOrder } from "@/lib/judging/judge-orders";
import { keepJudgements } from "@/lib/judging/keep-judgements";
import { lockOrder } from "@/lib/judging/load-orders";
import { reasonLabelsOf, startingDeadlines } from "@/lib/judging/starting-deadlines";
import { todayIn } from "@/lib/kernel/calendar";
import { newId } from "@/lib/kernel/ids";
import { ok, type Refusal, type Result, refuse } from "@/lib/kernel/result";
import type { Acting, Ctx } from "@/lib/platform/ctx";
import { product } from "@/lib/policy/actor";
import { RECEIVED, type Status, UNDECIDED } from "@/lib/policy/machines/return/statuses";
import { REACH } from "@/lib/policy/reach";
import { insertReturns } from "./insert-returns";
import { moveReturnsIn } from "./move-returns";
import { hasReturn } from "./request-orders";

export type ReturnRequest = {
  /** Made by the client once for each intent: the same id again is the same request. */
  id?: string;
  orderId: string;
  /** `parcel`: nobody asked; its goods lie on the bench, and it stands at received at once. */
  source: "portal" | "person" | "parcel";
  /** The lines of the order that come back, each once. */
  lines: { orderLineId: string; quantity: number; reason: string }[];
  buyerComment: string | null;
  /** The day it came in, in the channel's zone, where that is not now: an e-mail of yesterday. */
  requestedOn?: string;
};

/**
 * Takes a request: judged at once, and authorized at once where policy and settings say so (S1-03). Refuses
 * `unknown_order`, `unknown_line`, and `mirrored_channel` where a marketplace's own report brings the requests.
 */
export const requestReturn = (
  { db, ...acting }: Ctx,
  request: ReturnRequest,
): Promise<Result<{ id: string }, Refusal>> =>
  withSeller(db, acting.sellerId, (tx) => requestReturnIn(tx, acting, request));

/** Whether people may enter requests of a channel by hand; elsewhere the marketplace's report would bring them again. */
export const takesRequests = ({ marketplace }: { marketplace: string }): boolean => marketplace !== "amazon";

/** The same for a caller that holds the transaction. */
export async function requestReturnIn(
  tx: Tx,
  { sellerId, actor, now }: Acting,
  request: ReturnRequest,
): Promise<Result<{ id: string }, Refusal>> {
  const order = await lockOrder(tx, sellerId, request.orderId);
  if (!order) return refuse({ code: "unknown_order" });
  const [channel] = await listChannelRules(tx, sellerId, [order.channelId]);
  if (!channel || !takesRequests(channel)) return refuse({ code: "mirrored_channel" });
  const id = request.id?.toLowerCase() ?? newId();
  if (request.id && (await hasReturn(tx, sellerId, id))) return ok({ id });
  const context = { sellerId, channel, now };
  const taken = await takeOrder(tx, context, order.id);
  const items = new Map(taken.orders.get(order.id)?.items.map((item) => [item.id, item]));
  const lines = request.lines.flatMap((line) => {
    const item = items.get(line.orderLineId);
    return item ? [{ ...line, item }] : [];
  });
  const isEachOnce = new Set(lines.map(({ orderLineId }) => orderLineId)).size === request.lines.length;
  if (lines.length === 0 || !isEachOnce) return refuse({ code: "unknown_line" });

  const isHere = request.source === "parcel";
  const status: Status = isHere ? RECEIVED : UNDECIDED;
  const entering = {
    id,
    orderId: order.id,
    status,
    requestedOn: request.requestedOn ?? todayIn(now, channel.timeZone),
    requestedAt: request.requestedOn === undefined ? now : null,
    reported: null,
    lines,
  };
  const judged = judgeTaken(taken, context, [entering]);
  const { evaluation, valueMinor } = judgedOne(judged, id);
  const { carriesOut } = REACH[channel.mode];
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
        requestedOn: entering.requestedOn,
        requestedAt: entering.requestedAt,
        evaluation,
        currency: order.currency,
        valueMinor,
        buyerComment: request.buyerComment,
        reportedStatus: null,
        reported: null,
        isManaged: carriesOut,
        isAnnounced: carriesOut && !isHere,
        isDisputed: false,
        lines: lines.map(({ item, quantity, reason }) => ({
          orderLineId: item.id,
          sku: item.sku,
          asin: item.asin,
          reason,
          reasonLabels: reasonLabelsOf(channel, reason),
          quantity,
          reportedRefundedMinor: null,
        })),
        deadlines: startingDeadlines(channel, entering, { evaluation, status, isImported: false }, now),
      },
    ],
    { actor, now },
  );
  // A request of an earlier day takes what later ones of the order counted as theirs (P-11, S0-13).
  await keepJudgements(tx, judged.again, context);
  const { answer, because } = evaluation.automation;
  if (answer === "authorize" && !isHere) {
    await moveReturnsIn(tx, {
      sellerId,
      ids: [id],
      request: { move: "authorize", address: null, label: { kind: "policy" }, because },
      actor: product("rules"),
      now,
    });
  }
  return ok({ id });
}
