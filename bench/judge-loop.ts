import { addDays } from "@/lib/kernel/dates";
import { evaluate } from "@/lib/policy/judging/evaluate";
import type { ReturnFacts } from "@/lib/policy/judging/facts";
import { factsOf, type OrderRequest, type OrderToJudge } from "@/lib/policy/judging/facts-of";
import { judgedByBoth } from "@/lib/policy/judging/judged-by";
import { defaultPolicy as freeReturn } from "@/lib/policy/judging/programmes/free-return";
import { defaultPolicy as sellerFulfilled } from "@/lib/policy/judging/programmes/seller-fulfilled";
import { MODES_THAT_CARRY_OUT, MODES_WITH_REPORTS } from "@/lib/policy/reach";
import type { SkuRule } from "@/lib/policy/terms/sku-rule";
import type { Operation, Terms } from "@/lib/policy/terms/terms";
import { bindTerms } from "@/lib/policy/terms/versions";

/** Orders of a shop with terms that have been changed once, as many as stay in the processor's cache. */
const ORDERS = 4096;
const [managed] = MODES_THAT_CARRY_OUT;
const [mirrored] = MODES_WITH_REPORTS;
if (!managed || !mirrored) throw new Error("no mode to judge by");
const MODES = [managed, mirrored] as const;
const NOW = new Date("2026-03-02T10:00:00Z");
const REASONS = [
  "CR-UNWANTED_ITEM",
  "CR-DEFECTIVE",
  "AMZ-PG-APP-TOO-SMALL",
  "NOT_AS_DESCRIBED",
  "CR-SWITCHEROO",
  "ODD",
];
const CATEGORIES = ["Kitchen", "Baby", "Toys", "Grocery", null];

const terms = (days: number): Terms => ({
  ...sellerFulfilled.terms,
  window: {
    ...sellerFulfilled.terms.window,
    days,
    byCategory: ["Baby", "Toys", "Shoes"].map((category, n) => ({ category, days: days + 5 * n })),
    bySku: Array.from({ length: 20 }, (_, n) => ({ sku: `SKU-${n * 11}`, days: 60 })),
    holidays: [
      {
        basis: "bought",
        boughtFrom: "2025-11-01",
        boughtTo: "2025-12-31",
        returnableUntil: "2026-01-31",
        label: "Winter",
      },
    ],
  },
  notReturnable: { categories: ["Grocery"], skus: Array.from({ length: 10 }, (_, n) => `SKU-${n * 37}`) },
  faultByReason: { default: "buyer", reasons: { defective: "seller", wrong_item_sent: "seller" } },
});
const operation: Operation = {
  ...sellerFulfilled.operation,
  automation: { ...sellerFulfilled.operation.automation, choice: "policy", withinDays: 60 },
  labels: { ...sellerFulfilled.operation.labels, costMinor: 550, costAbroadMinor: 2400 },
};

const version = (number: number, effectiveFrom: string, days: number) => ({
  id: `version-${number}`,
  version: number,
  effectiveFrom,
  terms: terms(days),
});
const versions = [version(1, "2020-01-01", 30), version(2, "2026-01-10", 28)];

const channelOf = (n: number) => ({
  mode: MODES[n % 3 === 0 ? 0 : 1],
  programme: n % 8 === 7 ? ("free_return" as const) : ("seller_fulfilled" as const),
  plan: "professional" as const,
  hasPrepaid: n % 2 === 0,
  currency: "USD",
  timeZone: "America/Los_Angeles",
  country: "US",
  returnCountry: "US",
  isAutomationPaused: false,
  reasonFaults: {},
});
const channels = Array.from({ length: 24 }, (_, n) => channelOf(n));
const operations = channels.map(({ programme }) =>
  programme === "free_return" ? { ...freeReturn.operation, clocks: operation.clocks } : operation,
);

const skuRules = new Map<string, SkuRule>(
  Array.from({ length: 25 }, (_, n) => [
    `sku-${n * 20}`,
    { sku: `SKU-${n * 20}`, exemptReason: "heavy_bulky", exemptFrom: null, exemptUntil: null, automation: null },
  ]),
);

type Made = { order: OrderToJudge; request: OrderRequest; at: number };
function madeOrder(n: number): Made {
  const orderedOn = addDays("2025-11-20", n % 80);
  const items = Array.from({ length: n % 7 === 0 ? 2 : 1 }, (_, line) => ({
    id: `line-${n}-${line}`,
    sku: `SKU-${(n * 7 + line) % 500}`,
    asin: null,
    category: CATEGORIES[(n + line) % CATEGORIES.length] ?? null,
    quantity: 2,
    amountMinor: 1000 + (n % 90) * 100,
    hasFreeReturn: null,
  }));
  const request: OrderRequest = {
    id: `request-${n}`,
    status: "authorization_required",
    requestedOn: addDays(orderedOn, n % 45),
    requestedAt: null,
    isFree: false,
    reported: n % 3 === 0 ? null : { isInPolicy: n % 5 !== 0, labelType: null, labelPaidBy: null },
    lines: items.map(({ id }, line) => ({
      orderLineId: id,
      reason: REASONS[(n + line) % REASONS.length] ?? "",
      quantity: 1,
    })),
  };
  const order: OrderToJudge = {
    id: `order-${n}`,
    currency: "USD",
    orderedOn,
    promisedOn: addDays(orderedOn, 6),
    deliveredOn: n % 4 === 0 ? null : addDays(orderedOn, 4),
    shippedOn: addDays(orderedOn, 1),
    outbound: n % 4 === 0 ? null : "delivered",
    isCancelled: false,
    cancelledOn: null,
    shipCountry: "US",
    items,
    requests: [request],
  };
  return { order, request, at: n % channels.length };
}

const made = Array.from({ length: ORDERS }, (_, n) => madeOrder(n));
const factsAt = ({ order, request, at }: Made): ReturnFacts => {
  const channel = channels[at];
  if (!channel) throw new Error("no channel");
  return factsOf(order, request, { channel, skuRules, now: NOW });
};
const operationAt = (at: number): Operation => operations[at] ?? operation;

const facts = made.map(factsAt);
const preview = { terms: terms(60), operation };

/** What each of these does for all orders once; it answers a sum, so that nothing of it can be left out. */
export const LOOPS = {
  "bare loop": () =>
    facts.reduce((sum, given) => {
      const days = given.lines.map((line) => ({ id: line.id, endsOn: Date.parse(given.order.orderedOn) + 30 }));
      return sum + days.length;
    }, 0),
  verdicts: () =>
    facts.reduce((sum, given, n) => {
      const bound = bindTerms(versions, given.order.orderedOn, given.requestedOn);
      return sum + evaluate(given, bound, operationAt(n % channels.length), 1).lines.length;
    }, 0),
  "verdicts from rows": () =>
    made.reduce((sum, one) => {
      const given = factsAt(one);
      const bound = bindTerms(versions, given.order.orderedOn, given.requestedOn);
      return sum + evaluate(given, bound, operationAt(one.at), 1).lines.length;
    }, 0),
  "judged by both": () =>
    facts.reduce((sum, given, n) => {
      const before = { terms: versions[1]?.terms ?? preview.terms, operation: operationAt(n % channels.length) };
      const pair = judgedByBoth(given, before, { terms: preview.terms, operation: before.operation });
      return sum + Number(pair.before.evaluation.verdict !== pair.after.evaluation.verdict);
    }, 0),
} satisfies Record<string, () => number>;

export const PER_ROUND = ORDERS;
