import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "./calendar";
import { evaluate } from "./evaluate";
import { evaluationSchema } from "./evaluation";
import { CHANNEL_MODES, PLANS, PROGRAMMES, type ReturnFacts } from "./facts";
import { headline } from "./headline";
import { mergeTerms } from "./merge-terms";
import { KNOWN_REASONS } from "./reasons";
import { returnWindow } from "./return-window";
import { AUTOMATION_CHOICES, FAULTS, type Operation, operationSchema, type Terms, termsSchema } from "./terms";
import { boundOf, operationOf } from "./testing";
import { VERDICTS } from "./verdict";

const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays("2025-01-01", days));
const days = fc.integer({ min: 0, max: 120 });
const category = fc.constantFrom("Kitchen", "kitchen", " Baby ", "Toys", "Grocery");
const sku = fc.constantFrom("SKU-1", "sku-1", "SKU-2", "SKU-3");
const cause = fc.oneof(
  fc.constantFrom(...KNOWN_REASONS, "CR-DEFECTIVE", "Counterfeit", "__proto__", "constructor", "toString"),
  fc.string(),
);

const terms: fc.Arbitrary<Terms> = fc.record({
  window: fc.record({
    days,
    transitAllowanceDays: days,
    byCategory: fc.array(fc.record({ category: category.map((name) => name.trim()), days }), { maxLength: 4 }),
    holidays: fc.array(
      fc.record({ boughtFrom: day, boughtTo: day, returnableUntil: day, label: fc.constantFrom("Winter", "Spring") }),
      { maxLength: 3 },
    ),
  }),
  notReturnable: fc.record({
    categories: fc.array(
      category.map((name) => name.trim()),
      { maxLength: 3 },
    ),
    skus: fc.array(sku, { maxLength: 3 }),
  }),
  faultByReason: fc.record({
    default: fc.constantFrom(...FAULTS),
    reasons: fc.dictionary(fc.constantFrom(...KNOWN_REASONS, "toString"), fc.constantFrom(...FAULTS), { maxKeys: 5 }),
  }),
  freeReturn: fc.record({
    requestDays: days,
    extraDaysAfterPromise: days,
    excludedReasons: fc.array(fc.constantFrom(...KNOWN_REASONS), { maxLength: 4 }),
  }),
});

const operation: fc.Arbitrary<Operation> = fc
  .record({
    automation: fc.record({
      choice: fc.constantFrom(...AUTOMATION_CHOICES),
      withinDays: fc.option(fc.integer({ min: 1, max: 30 })),
      exempt: fc.constantFrom("manual", "automatic"),
      isOnForMirrored: fc.boolean(),
    }),
    exemptions: fc.record({
      skus: fc.array(sku, { maxLength: 2 }),
      categories: fc.array(fc.constant("Toys"), { maxLength: 1 }),
    }),
  })
  .map((parts) => operationOf({ operation: parts }));

const facts: fc.Arbitrary<ReturnFacts> = fc.record({
  channel: fc.record({
    mode: fc.constantFrom(...CHANNEL_MODES),
    programme: fc.constantFrom(...PROGRAMMES),
    plan: fc.constantFrom(...PLANS),
    hasPrepaid: fc.boolean(),
    timeZone: fc.constantFrom("America/Los_Angeles", "Asia/Shanghai", "Europe/London"),
    country: fc.constantFrom("US", "CN"),
    returnCountry: fc.option(fc.constantFrom("US", "CN")),
  }),
  order: fc.record({ orderedOn: day, deliveredOn: fc.option(day), promisedOn: fc.option(day) }),
  requestedOn: day,
  requestedAt: fc.constant(null),
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
      amountMinor: fc.option(fc.integer({ min: 0, max: 100_000 })),
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
});

const verdictBy = (given: ReturnFacts, by: Terms, how: Operation) => evaluate(given, boundOf(by), how).ours;

describe("judging a request", () => {
  it("P-21 always gives an answer that can be stored, the same for the same facts and terms", () => {
    fc.assert(
      fc.property(facts, terms, operation, (given, by, how) => {
        const judged = evaluate(given, boundOf(by), how);
        expect(evaluationSchema.parse(JSON.parse(JSON.stringify(judged)))).toEqual(judged);
        expect(evaluate(structuredClone(given), boundOf(structuredClone(by)), how)).toEqual(judged);
        expect(headline(judged) === null).toBe(given.lines.length === 0);
      }),
    );
  });

  it("P-25 the verdict is the worst of the lines'", () => {
    fc.assert(
      fc.property(facts, terms, operation, (given, by, how) => {
        const judged = evaluate(given, boundOf(by), how);
        const worst = Math.max(0, ...judged.lines.map(({ verdict }) => VERDICTS.indexOf(verdict)));
        expect(judged.verdict).toBe(VERDICTS[worst]);
      }),
    );
  });

  it("S2-02 what cannot be closed is in policy, prepaid and not exempt", () => {
    fc.assert(
      fc.property(facts, terms, operation, (given, by, how) => {
        const judged = evaluate(given, boundOf(by), how);
        if (!judged.isPrepaidEligible) return;
        expect(judged).toMatchObject({ verdict: "in_policy", isExempt: false, label: { kind: "prepaid" } });
      }),
    );
  });

  it("P-20 nothing is authorized by itself on a mirrored channel that was not switched on", () => {
    fc.assert(
      fc.property(facts, terms, operation, (given, by, how) => {
        if (given.channel.mode !== "mirrored" || how.automation.isOnForMirrored) return;
        expect(evaluate(given, boundOf(by), how).automation).toMatchObject({
          answer: "ask",
          because: "left_by_marketplace",
        });
      }),
    );
  });

  it("S1-20 more days never close a window earlier", () => {
    fc.assert(
      fc.property(facts, fc.option(category), terms, days, (given, of, by, more) => {
        const longer = {
          ...by,
          window: {
            ...by.window,
            days: by.window.days + more,
            byCategory: by.window.byCategory.map((row) => ({ ...row, days: row.days + more })),
          },
          freeReturn: { ...by.freeReturn, requestDays: by.freeReturn.requestDays + more },
        };
        const [before, after] = [by, longer].map((each) => returnWindow(given, of, each).endsOn);
        expect(String(after) >= String(before)).toBe(true);
      }),
    );
  });
});

describe("merging terms", () => {
  it("P-10 never turns a request that one side accepts into one that is out", () => {
    fc.assert(
      fc.property(facts, terms, terms, operation, (given, a, b, how) => {
        const merged = VERDICTS.indexOf(verdictBy(given, mergeTerms(a, b), how));
        expect(merged).toBeLessThanOrEqual(VERDICTS.indexOf(verdictBy(given, a, how)));
        expect(merged).toBeLessThanOrEqual(VERDICTS.indexOf(verdictBy(given, b, how)));
      }),
    );
  });

  it("P-10 does not care which side came first, nor how often", () => {
    fc.assert(
      fc.property(terms, terms, (a, b) => {
        const merged = mergeTerms(a, b);
        expect(mergeTerms(b, a)).toEqual(merged);
        expect(mergeTerms(merged, merged)).toEqual(merged);
        expect(mergeTerms(merged, a)).toEqual(merged);
      }),
    );
  });

  it("P-10 changes no verdict where both sides are the same", () => {
    fc.assert(
      fc.property(facts, terms, operation, (given, by, how) => {
        expect(verdictBy(given, mergeTerms(by, by), how)).toBe(verdictBy(given, by, how));
      }),
    );
  });

  it("P-10 gives terms that can be stored again", () => {
    fc.assert(
      fc.property(terms, terms, operation, (a, b, how) => {
        expect(termsSchema.safeParse(mergeTerms(a, b)).success).toBe(true);
        expect(operationSchema.safeParse(how).success).toBe(true);
      }),
    );
  });
});
