import { type ChannelRules, listChannelRules } from "@/lib/channels/channel-rules";
import { endHandovers } from "@/lib/handovers/tick-handovers";
import { judgedOne, judgeOrders } from "@/lib/judging/judge-orders";
import { startingDeadlines } from "@/lib/judging/starting-deadlines";
import { todayIn } from "@/lib/kernel/calendar";
import { addDays } from "@/lib/kernel/dates";
import { newId } from "@/lib/kernel/ids";
import { minorDigits } from "@/lib/kernel/money";
import type { Actor } from "@/lib/policy/actor";
import { product } from "@/lib/policy/actor";
import type { MarketplaceRecord } from "@/lib/policy/marketplace-record";
import { insertReturns } from "../../lib/returns/insert-returns";
import { moveReturnsIn } from "../../lib/returns/move-returns";
import type { Tx } from "../client";
import { orderLines, orders } from "../schema";
import { fateOf } from "./fates";
import { comeHome } from "./journeys";
import type { Scenario } from "./scenarios";

const HOUR = 3_600_000;

/** Places demo requests as they would have come in over the last weeks, and lets the team decide them since. */
export async function placeReturns(
  tx: Tx,
  sellerId: string,
  list: readonly Scenario[],
  { actors, now }: { actors: readonly Actor[]; now: Date },
): Promise<void> {
  const rules = new Map((await listChannelRules(tx, sellerId)).map((channel) => [channel.code, channel]));
  const inOrder = [...list].sort((a, b) => b.hoursAgo - a.hoursAgo);
  for (const [index, scenario] of inOrder.entries()) {
    const channel = rules.get(scenario.channel);
    const actor = actors[index % actors.length];
    if (!channel || !actor) continue;
    const requestedAt = new Date(now.getTime() - Math.round(scenario.hoursAgo * HOUR));
    const arrivedAt = new Date(
      Math.min(requestedAt.getTime() + Math.round(scenario.reachedAfterHours * HOUR), now.getTime()),
    );
    const id = await placeReturn(tx, sellerId, channel, scenario, { index, requestedAt, arrivedAt });
    const later = (hours: number) => new Date(Math.min(arrivedAt.getTime() + hours * HOUR, now.getTime()));
    for (const step of fateOf(scenario, arrivedAt, now)) {
      const acting = { sellerId, now: later(step.afterHours), actor: step.isSystem ? product("rules") : actor };
      if (step.request === "tick") await endHandovers(tx, acting, { returnIds: [id], by: "person" });
      else await moveReturnsIn(tx, { ...acting, ids: [id], request: step.request });
    }
    if (scenario.journey) {
      const travelling = { sellerId, actor, buyer: scenario.buyer, returnId: id, announcedAt: later(20) };
      await comeHome(tx, scenario.journey, travelling, now);
    }
  }
}

type Times = { index: number; requestedAt: Date; arrivedAt: Date };

async function placeReturn(
  tx: Tx,
  sellerId: string,
  channel: ChannelRules,
  scenario: Scenario,
  { index, requestedAt, arrivedAt }: Times,
): Promise<string> {
  const id = newId();
  const orderId = newId();
  const currency = scenario.currency ?? channel.currency;
  const isMirrored = channel.mode === "mirrored";
  const requestedOn = todayIn(requestedAt, channel.timeZone);
  const order = {
    orderedOn: addDays(requestedOn, -scenario.orderedDaysBefore),
    deliveredOn: scenario.deliveredDaysBefore === null ? null : addDays(requestedOn, -scenario.deliveredDaysBefore),
    promisedOn: addDays(requestedOn, 2 - (scenario.deliveredDaysBefore ?? scenario.orderedDaysBefore)),
  };
  const orderNumber = orderNumberOf(channel, index);
  const lines = scenario.lines.map(({ product, quantity, ordered, isAmountKnown }) => ({
    id: newId(),
    product,
    quantity,
    ordered,
    amountMinor: isAmountKnown ? priceIn(product.price, currency) * ordered : null,
  }));
  const isPaidKnown = !isMirrored && lines.every(({ amountMinor }) => amountMinor !== null);
  const shippingMinor = priceIn(599, currency);
  await tx.insert(orders).values({
    sellerId,
    id: orderId,
    channelId: channel.id,
    number: orderNumber,
    ...order,
    outbound: scenario.outbound,
    currency,
    shippingMinor: isPaidKnown ? shippingMinor : null,
    paidMinor: isPaidKnown ? lines.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), shippingMinor) : null,
    isCurrencyAssumed: isMirrored,
    buyerName: scenario.buyer,
    // A marketplace keeps its buyers' addresses to itself.
    buyerEmail: isMirrored ? null : emailOf(scenario.buyer, index),
    buyerLocale: isMirrored ? null : index % 3 === 0 ? "zh-CN" : "en-US",
    createdAt: arrivedAt,
  });
  await tx.insert(orderLines).values(
    lines.map(({ id: lineId, product, ordered, amountMinor }) => ({
      sellerId,
      id: lineId,
      orderId,
      sku: product.sku,
      asin: isMirrored ? product.asin : null,
      title: product.title,
      category: product.category,
      quantity: ordered,
      amountMinor,
    })),
  );
  const reported = isMirrored ? recordOf(scenario, channel, index) : null;
  const status = "authorization_required" as const;
  const request = {
    id,
    orderId,
    status,
    requestedOn,
    requestedAt: isMirrored ? null : requestedAt,
    reported,
    lines: lines.map((line) => ({ orderLineId: line.id, reason: scenario.reason, quantity: line.quantity })),
  };
  const context = { sellerId, channel, now: arrivedAt };
  const { evaluation, valueMinor } = judgedOne(await judgeOrders(tx, context, [], [request]), id);
  const actor: Actor = isMirrored ? product("rules") : { kind: "buyer", id: null, name: scenario.buyer };
  await insertReturns(
    tx,
    sellerId,
    [
      {
        id,
        channelId: channel.id,
        orderId,
        orderNumber,
        buyerName: scenario.buyer,
        channelRma:
          isMirrored && channel.marketplace === "amazon" ? `DDEMO${String(index).padStart(3, "0")}RRMA` : null,
        source: isMirrored ? "report" : "portal",
        status,
        requestedOn,
        requestedAt: request.requestedAt,
        evaluation,
        currency,
        valueMinor,
        buyerComment: scenario.comment,
        reportedStatus: isMirrored ? reportedStatusOf(scenario, channel) : null,
        reported,
        isManaged: !isMirrored,
        // What came in before the shop was opened is announced to nobody.
        isAnnounced: !isMirrored && scenario.hoursAgo < 24,
        isDisputed: scenario.isDisputed,
        lines: lines.map(({ id: orderLineId, product, quantity }) => ({
          orderLineId,
          sku: product.sku,
          asin: isMirrored ? product.asin : null,
          reason: scenario.reason,
          quantity,
          reportedRefundedMinor: null,
        })),
        deadlines: startingDeadlines(channel, request, { evaluation, status, isImported: true }, arrivedAt),
        ...(isMirrored ? { reportRow: { file: `${channel.code}-returns.tsv`, line: index + 2 } } : {}),
      },
    ],
    { actor, now: arrivedAt },
  );
  return id;
}

/** Made up, so that no mail server is ever asked to deliver to it. */
const emailOf = (buyer: string, index: number): string => {
  const name = buyer
    .toLowerCase()
    .replace(/[^a-z]+/g, ".")
    .replace(/^\.|\.$/g, "");
  return `${name || `buyer.${index}`}@buyers.example`;
};

const priceIn = (cents: number, currency: string): number => {
  const rate = currency === "JPY" ? 1.5 : currency === "CNY" ? 7 : 1;
  return Math.round((cents * rate) / (minorDigits(currency) === 0 ? 1 : 10)) * (minorDigits(currency) === 0 ? 1 : 10);
};

const orderNumberOf = ({ marketplace }: ChannelRules, index: number): string => {
  const digits = String(7_000_000 + index * 7_919).padStart(7, "0");
  if (marketplace === "amazon") return `11${(index % 4) + 1}-${digits}-${String(1_000_000 + index * 6_133)}`;
  return marketplace === "aliexpress" ? `816355204${digits}` : `SH-${20_000 + index}`;
};

/** What the report said last; it lags behind what was decided here within the last hours (P-24). */
function reportedStatusOf({ fate, isTicked }: Scenario, { marketplace }: ChannelRules): string {
  if (marketplace === "aliexpress") return aliexpressStatusOf(fate, isTicked);
  if (fate === "conflict") return "Closed";
  if (fate === "received") return "Approved";
  if (fate === "completed") return "Completed";
  if (fate === "authorized" && isTicked) return "Approved";
  return (fate === "closed" && isTicked) || fate === "withdrawn" ? "Closed" : "Pending Authorization";
}

/** The same in AliExpress' own codes. */
function aliexpressStatusOf(fate: Scenario["fate"], isTicked: boolean): string {
  if (fate === "received") return "wait_for_warehouse_quality_check";
  if (fate === "completed") return "refund_success";
  if (fate === "withdrawn") return "canceled_issue";
  if (fate === "closed" && isTicked) return "refund_reject";
  return fate === "authorized" && isTicked ? "WAIT_BUYER_SEND_GOODS" : "WAIT_SELLER_CONFIRM_REFUND";
}

function recordOf(scenario: Scenario, channel: ChannelRules, index: number): MarketplaceRecord {
  const isSent =
    scenario.fate === "received" ||
    scenario.fate === "completed" ||
    (scenario.fate === "authorized" && index % 2 === 0);
  const isAmazon = channel.marketplace === "amazon";
  const isPrepaid = channel.hasPrepaid && scenario.isInPolicy === true;
  return {
    isInPolicy: scenario.isInPolicy,
    labelType: !isAmazon ? null : isPrepaid ? "AmazonPrePaidLabel" : "AmazonUnPaidLabel",
    labelCostMinor: isPrepaid ? 414 + (index % 9) * 80 : null,
    labelCurrency: isPrepaid ? channel.currency : null,
    labelPaidBy: !isAmazon ? null : isPrepaid ? "Seller" : "Customer",
    carrier: isSent ? (isAmazon ? "UPS" : "Correos") : null,
    trackingNumber: isSent
      ? isAmazon
        ? `1Z999AA1${10_000_000 + index * 7_123}`
        : `PQ${40_000_000 + index * 7_123}ES`
      : null,
    merchantRma: null,
    returnType: isAmazon ? "C-Returns" : null,
    resolution: isAmazon ? "StandardRefund" : "return_and_refund",
    invoiceNumber: null,
    deliveredBackOn: null,
    isPrime: false,
    safet: null,
  };
}
