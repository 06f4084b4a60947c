import fc from "fast-check";
import { addDays } from "@/lib/kernel/dates";
import { CHANNEL_MODES } from "../reach";
import { TERMS, type TermRow } from "../terms/rows";
import { EXEMPT_REASONS, SKU_AUTOMATIONS } from "../terms/sku-rule";
import { AUTOMATION_CHOICES, FAULTS, HOLIDAY_BASES, RESOLUTIONS } from "../terms/term-choices";
import type { Operation, Terms } from "../terms/terms";
import { OUTBOUND_STATES, PLANS, PROGRAMMES, type ReturnFacts } from "./facts";
import { KNOWN_REASONS } from "./reasons";
import { operationOf } from "./testing";

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays("2025-01-01", days));
const days = fc.integer({ min: 0, max: 120 });
export const category = fc.constantFrom("Kitchen", "kitchen", " Baby ", "Toys", "Grocery");
export const sku = fc.constantFrom("SKU-1", "sku-1", "SKU-2", "SKU-3");
const cause = fc.oneof(
  fc.constantFrom(...KNOWN_REASONS, "CR-DEFECTIVE", "Counterfeit", "__proto__", "constructor", "toString"),
  fc.string(),
);

const fault = fc.constantFrom(...FAULTS);
const price = fc.integer({ min: 0, max: 5000 });
const reach = {
  categories: fc.array(fc.constantFrom("Kitchen", "Baby"), { maxLength: 1 }),
  reasons: fc.array(fc.constantFrom(...KNOWN_REASONS), { maxLength: 2 }),
  minMinor: fc.option(price),
  maxMinor: fc.option(price),
};

type OwnRow = Exclude<TermRow, { kind: "number" | "amount" }>;
const own: { [Path in OwnRow["path"]]: fc.Arbitrary<ReturnType<Extract<OwnRow, { path: Path }>["read"]>> } = {
  "window.byCategory": fc.array(fc.record({ category: category.map((name) => name.trim()), days }), { maxLength: 4 }),
  "window.bySku": fc.array(fc.record({ sku, days }), { maxLength: 3 }),
  "window.holidays": fc.array(
    fc.record({
      basis: fc.constantFrom(...HOLIDAY_BASES),
      boughtFrom: day,
      boughtTo: day,
      returnableUntil: day,
      label: fc.constantFrom("Winter", "Spring"),
    }),
    { maxLength: 3 },
  ),
  "notReturnable.categories": fc.array(
    category.map((name) => name.trim()),
    { maxLength: 3 },
  ),
  "notReturnable.skus": fc.array(sku, { maxLength: 3 }),
  "faultByReason.default": fault,
  "faultByReason.reasons": fc.dictionary(fc.constantFrom(...KNOWN_REASONS, "toString"), fault, { maxKeys: 5 }),
  freightByReason: fc.dictionary(fc.constantFrom(...KNOWN_REASONS, "toString"), fault, { maxKeys: 5 }),
  "returnless.rules": fc.array(
    fc.record({ name: fc.constantFrom("Cheap", "Broken"), ...reach, resolution: fc.constantFrom(...RESOLUTIONS) }),
    { maxLength: 3 },
  ),
  "freeReturn.excludedReasons": fc.array(fc.constantFrom(...KNOWN_REASONS), { maxLength: 4 }),
};

function anyOf(row: TermRow): fc.Arbitrary<unknown> {
  if (row.kind === "amount") return fc.option(price);
  if (row.kind === "number") return row.unit === "days" ? days : fc.integer({ min: 0, max: row.most });
  return own[row.path];
}

/** Terms of any value, a row of the table for each. */
export const terms: fc.Arbitrary<Terms> = fc
  .tuple(...TERMS.rows.map(anyOf))
  .map((values) => TERMS.made((row) => values[TERMS.rows.findIndex(({ path }) => path === row.path)]));

export const operation: fc.Arbitrary<Operation> = fc
  .record({
    automation: fc.record({
      choice: fc.constantFrom(...AUTOMATION_CHOICES),
      withinDays: fc.option(fc.integer({ min: 1, max: 30 })),
      exempt: fc.constantFrom("manual", "automatic"),
      isOnForMirrored: fc.boolean(),
    }),
    exemptions: fc.record({ categories: fc.array(fc.constant("Toys"), { maxLength: 1 }) }),
    labels: fc.record({ costMinor: fc.option(price), costAbroadMinor: fc.option(price) }),
  })
  .map((parts) => operationOf({ operation: parts }));

/** All days of a request lie near its order, so that the border of a window is met often. */
type Days = {
  orderedOn: string;
  shipped: number | null;
  delivered: number | null;
  promised: number | null;
  requested: number;
};
const daysOfRequest: fc.Arbitrary<Days> = fc.record({
  orderedOn: day,
  shipped: fc.option(fc.integer({ min: 0, max: 5 })),
  delivered: fc.option(fc.integer({ min: 0, max: 20 })),
  promised: fc.option(fc.integer({ min: 0, max: 20 })),
  requested: fc.integer({ min: 0, max: 90 }),
});
const after = (from: string, count: number | null) => (count === null ? null : addDays(from, count));

export const facts: fc.Arbitrary<ReturnFacts> = fc
  .record({
    channel: fc.record({
      mode: fc.constantFrom(...CHANNEL_MODES),
      programme: fc.constantFrom(...PROGRAMMES),
      plan: fc.constantFrom(...PLANS),
      hasPrepaid: fc.boolean(),
      currency: fc.constant("USD"),
      isAutomationPaused: fc.boolean(),
      timeZone: fc.constantFrom("America/Los_Angeles", "Asia/Shanghai", "Europe/London"),
      country: fc.constantFrom("US", "CN"),
      returnCountry: fc.option(fc.constantFrom("US", "CN")),
    }),
    days: daysOfRequest,
    order: fc.record({
      isCancelled: fc.boolean(),
      cancelledOn: fc.constant(null),
      outbound: fc.option(fc.constantFrom(...OUTBOUND_STATES)),
      shipCountry: fc.option(fc.constantFrom("US", "CN", "AQ")),
      earlierFreeReturns: fc.integer({ min: 0, max: 2 }),
    }),
    requestedAt: fc.constant(null),
    otherCurrency: fc.constantFrom(null, "EUR"),
    today: day,
    lines: fc.array(
      fc.record({
        id: fc.uuid(),
        sku: fc.option(sku),
        category: fc.option(category),
        reason: cause,
        quantity: fc.integer({ min: 1, max: 5 }),
        orderedQuantity: fc.option(fc.integer({ min: 1, max: 5 })),
        alreadyReturnedQuantity: fc.integer({ min: 0, max: 3 }),
        amountMinor: fc.option(fc.integer({ min: 0, max: 10_000 })),
        hasFreeReturn: fc.option(fc.boolean()),
        skuRule: fc.option(
          fc.record({
            exemptReason: fc.option(fc.constantFrom(...EXEMPT_REASONS)),
            automation: fc.option(fc.constantFrom(...SKU_AUTOMATIONS)),
          }),
        ),
        reasonFault: fc.option(fault),
      }),
      { maxLength: 4 },
    ),
    reported: fc.option(
      fc.record({
        isInPolicy: fc.option(fc.boolean()),
        labelType: fc.option(fc.string()),
        labelPaidBy: fc.option(fc.string()),
      }),
    ),
  })
  .map(({ days: { orderedOn, shipped, delivered, promised, requested }, order, ...given }) => ({
    ...given,
    order: {
      ...order,
      orderedOn,
      shippedOn: after(orderedOn, shipped),
      deliveredOn: after(orderedOn, delivered),
      promisedOn: after(orderedOn, promised),
    },
    requestedOn: addDays(orderedOn, requested),
  }));

/** Nine of ten are asked for in time, on the prepaid programme, and nothing stands against them. */
export const prepaidFacts: fc.Arbitrary<ReturnFacts> = fc
  .tuple(facts, fc.integer({ min: 0, max: 9 }))
  .map(([given, die]) => (die === 0 ? given : withNothingAgainst(given)));

const withNothingAgainst = (given: ReturnFacts): ReturnFacts => ({
  ...given,
  channel: { ...given.channel, mode: "managed", programme: "seller_fulfilled", hasPrepaid: true },
  requestedOn: given.order.orderedOn,
  lines: given.lines.map((line) => ({
    ...line,
    sku: "SKU-9",
    category: "Garden",
    skuRule: null,
    orderedQuantity: line.quantity + line.alreadyReturnedQuantity,
  })),
});

export const holidays = terms.map(({ window }) => window.holidays);
export const more = fc.record({ days, transit: days, request: days });

/** The same terms with more days in every row. */
export const longerWindows = (
  by: Terms,
  { days: added, transit, request }: { days: number; transit: number; request: number },
): Terms => ({
  ...by,
  window: {
    days: by.window.days + added,
    transitAllowanceDays: by.window.transitAllowanceDays + transit,
    byCategory: by.window.byCategory.map((row) => ({ ...row, days: row.days + added })),
    bySku: by.window.bySku.map((row) => ({ ...row, days: row.days + added })),
    holidays: by.window.holidays,
  },
  freeReturn: { ...by.freeReturn, requestDays: by.freeReturn.requestDays + request },
});
