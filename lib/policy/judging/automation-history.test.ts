import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays } from "@/lib/kernel/dates";
import { CHANNEL_MODES } from "../reach";
import { AUTOMATION_CHOICES } from "../terms/term-choices";
import { automationAnswer } from "./automation";
import { automationOutcome, OLDEST_ORDER_DAYS, type RequestGroup } from "./automation-history";
import { PLANS } from "./facts";
import type { Reason } from "./rules";
import { operationOf } from "./testing";
import { VERDICTS } from "./verdict";

const request = fc.record({
  verdict: fc.constantFrom(...VERDICTS),
  isExemptSku: fc.boolean(),
  isExemptCategory: fc.boolean(),
  hasTooManyUnits: fc.boolean(),
  isDispute: fc.boolean(),
  isNotHandedOver: fc.boolean(),
  isOnItsWay: fc.boolean(),
  isCancelled: fc.boolean(),
  isReturnless: fc.boolean(),
  skuRules: fc.array(fc.constantFrom("manual" as const, "automatic" as const, null), { minLength: 1, maxLength: 3 }),
  orderAgeDays: fc.integer({ min: 0, max: 90 }),
});
type Request = typeof request extends fc.Arbitrary<infer Value> ? Value : never;

const settings = fc.record({
  choice: fc.constantFrom(...AUTOMATION_CHOICES),
  withinDays: fc.option(fc.integer({ min: 1, max: 30 })),
  exempt: fc.constantFrom("manual" as const, "automatic" as const),
  isOnForMirrored: fc.boolean(),
});
const channel = fc.record({ mode: fc.constantFrom(...CHANNEL_MODES), plan: fc.constantFrom(...PLANS) });

/** The request as the engine would have judged it, with no more of each reason than automation can see. */
const reasonsOf = (one: Request) =>
  [
    one.isExemptSku && { rule: "prepaid", effect: "exempt", exemptBy: "sku" },
    one.isExemptCategory && { rule: "prepaid", effect: "exempt", exemptBy: "category" },
    one.hasTooManyUnits && { rule: "quantity", outcome: "fail", effect: "out_of_policy" },
    one.isDispute && { rule: "free_return_covered", effect: "dispute_path" },
    one.isNotHandedOver && { rule: "outbound", effect: "ask_forwarder" },
    one.isCancelled && { rule: "order_cancelled", effect: "check_order" },
    one.isOnItsWay && { rule: "outbound", effect: "message_buyer" },
  ].filter(Boolean) as unknown as Reason[];

/** What holds a request back, in the order in which a person would be told. */
const heldBy = (one: Request): RequestGroup["heldBy"] => {
  if (one.hasTooManyUnits) return "too_many_units";
  if (one.isDispute) return "dispute_path";
  if (one.isCancelled) return "order_cancelled";
  if (one.isNotHandedOver) return "not_handed_over";
  return one.isOnItsWay ? "on_its_way" : null;
};

const groupOf = (one: Request): RequestGroup => ({
  verdict: one.verdict,
  isExemptSku: one.isExemptSku,
  isExemptCategory: one.isExemptCategory,
  isReturnless: one.isReturnless,
  heldBy: heldBy(one),
  isSkuManual: one.skuRules.includes("manual"),
  isSkuAutomatic: one.skuRules.every((automation) => automation === "automatic"),
  orderAgeDays: Math.min(one.orderAgeDays, OLDEST_ORDER_DAYS),
  count: 1,
});

it("S4-01 a month in groups is answered as each of its requests by itself", () => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 30 }), settings, channel, (requests, automation, where) => {
      const facts = { ...where, isAutomationPaused: false } as Parameters<typeof automationAnswer>[0]["channel"];
      const answers = requests.map((one) => {
        const requestedOn = addDays("2026-01-01", one.orderAgeDays);
        const order = { orderedOn: "2026-01-01" } as Parameters<typeof automationAnswer>[0]["order"];
        const lines = one.skuRules.map((rule) => ({ skuRule: { exemptReason: null, automation: rule } }));
        const keepItem = one.isReturnless
          ? { because: "rule" as const, name: "Cheap", resolution: "refund" as const }
          : null;
        const judged = { verdict: one.verdict, reasons: reasonsOf(one), keepItem };
        return automationAnswer(
          { channel: facts, order, requestedOn, lines },
          judged,
          operationOf({ operation: { automation } }),
        );
      });
      const authorized = answers.filter(({ answer }) => answer === "authorize").length;
      expect(automationOutcome(requests.map(groupOf), where, automation)).toEqual({
        total: requests.length,
        authorized,
        left: requests.length - authorized,
      });
    }),
  );
});

it("S4-01 a group counts as many requests as it holds", () => {
  const group = { ...groupOf({ ...QUIET, orderAgeDays: 40 }), count: 54 };
  const young = { ...groupOf(QUIET), count: 358 };
  const all = { choice: "all" as const, withinDays: 30, exempt: "manual" as const, isOnForMirrored: false };
  const outcome = automationOutcome([group, young], { mode: "managed", plan: "individual" }, all);
  expect(outcome).toEqual({ total: 412, authorized: 358, left: 54 });
});

const QUIET: Request = {
  verdict: "in_policy",
  isExemptSku: false,
  isExemptCategory: false,
  hasTooManyUnits: false,
  isDispute: false,
  isNotHandedOver: false,
  isOnItsWay: false,
  isCancelled: false,
  isReturnless: false,
  skuRules: [null],
  orderAgeDays: 3,
};
