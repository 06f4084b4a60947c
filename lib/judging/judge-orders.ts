import type { Tx } from "@/db/client";
import type { ChannelRules } from "@/lib/channels/channel-rules";
import { evaluate } from "@/lib/policy/judging/evaluate";
import type { Evaluation } from "@/lib/policy/judging/evaluation";
import type { ReturnFacts } from "@/lib/policy/judging/facts";
import { factsOf, goodsValueOf, inTurn, type OrderRequest } from "@/lib/policy/judging/facts-of";
import { isUndecided } from "@/lib/policy/machines/return/statuses";
import { bindTerms } from "@/lib/policy/terms/versions";
import { type Loaded, loadOrders, lockUndecided, type Undecided } from "./load-orders";

export type JudgingContext = { sellerId: string; channel: ChannelRules; now: Date };

/** A request on its way in; of what its order holds already it says nothing. */
export type Entering = Omit<OrderRequest, "isFree"> & { orderId: string };

export type Judged = {
  id: string;
  facts: ReturnFacts;
  evaluation: Evaluation;
  valueMinor: number | null;
};
/** What was judged before, beside how; undecided still. */
export type Rejudged = Pick<Judged, "id" | "evaluation" | "valueMinor"> & { before: Undecided };

export type JudgedOrders = { entered: ReadonlyMap<string, Judged>; again: Rejudged[] };

/** Orders with their undecided returns in hand, as they are now. */
export type TakenOrders = Loaded & { undecided: readonly Undecided[] };

async function takeOrders(
  tx: Tx,
  { sellerId, channel }: Omit<JudgingContext, "now">,
  orderIds: readonly string[],
): Promise<TakenOrders> {
  const undecided = await lockUndecided(tx, sellerId, orderIds);
  return { undecided, ...(await loadOrders(tx, { sellerId, channel }, orderIds)) };
}

/** The same of an order that is held already, and that most often holds nothing undecided. */
export async function takeOrder(tx: Tx, context: Omit<JudgingContext, "now">, orderId: string): Promise<TakenOrders> {
  const loaded = await loadOrders(tx, context, [orderId]);
  const isAlone = !loaded.orders.get(orderId)?.requests.some(({ status }) => isUndecided(status));
  return isAlone ? { undecided: [], ...loaded } : takeOrders(tx, context, [orderId]);
}

/** Judges facts by the terms that bind them and the operation in force (P-10). */
const judge = ({ versions, current }: ChannelRules, facts: ReturnFacts): Evaluation =>
  evaluate(facts, bindTerms(versions, facts.order.orderedOn, facts.requestedOn), current.operation, current.version);

/**
 * Judges what comes in together with what nobody has decided yet of its orders, each by those asked for before it: whether
 * one travels free of charge counts for the next (S0-13). Whatever comes in, and whatever changes, is judged here.
 */
export function judgeTaken(
  { orders, skuRules, undecided }: TakenOrders,
  { channel, now }: JudgingContext,
  entering: readonly Entering[] = [],
): JudgedOrders {
  const before = new Map(undecided.map((row) => [row.id, row]));
  const entered = new Map<string, Judged>();
  const again: Rejudged[] = [];
  for (const order of orders.values()) {
    const fresh = entering
      .filter(({ orderId }) => orderId === order.id)
      .map((request): OrderRequest => ({ ...request, isFree: false }));
    const isFresh = new Set<OrderRequest>(fresh);
    const whole = { ...order, requests: [...order.requests, ...fresh] };
    for (const request of inTurn(whole.requests)) {
      const was = before.get(request.id);
      if (!was && !isFresh.has(request)) continue;
      const facts = factsOf(whole, request, { channel, skuRules, now });
      const evaluation = judge(channel, facts);
      request.isFree = evaluation.label.paidBy === "marketplace";
      const judged = { id: request.id, evaluation, valueMinor: goodsValueOf(whole, request) };
      if (was) again.push({ ...judged, before: was });
      else entered.set(request.id, { ...judged, facts });
    }
  }
  return { entered, again };
}

/** The same in one: takes the orders, and judges. */
export const judgeOrders = async (
  tx: Tx,
  context: JudgingContext,
  orderIds: readonly string[],
  entering: readonly Entering[] = [],
): Promise<JudgedOrders> =>
  judgeTaken(
    await takeOrders(tx, context, [...orderIds, ...entering.map(({ orderId }) => orderId)]),
    context,
    entering,
  );

/** Of one request that came in: a bug where its order is not there. */
export function judgedOne({ entered }: JudgedOrders, id: string): Judged {
  const judged = entered.get(id);
  if (!judged) throw new Error("a request without its order");
  return judged;
}
