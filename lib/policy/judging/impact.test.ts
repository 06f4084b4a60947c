import { describe, expect, it } from "vitest";
import { addToImpact, changeOf, noImpact } from "./impact";
import { judgedByBoth } from "./judged-by";
import { type Case, factsOf, operationOf, termsOf } from "./testing";

/** A late request, judged by 30 days and by 60. */
const LATE: Case = { requestedOn: "2026-02-20" };
const pairOf = (given: Case, kinder: Case) =>
  judgedByBoth(
    factsOf(given),
    { terms: termsOf(given), operation: operationOf(given) },
    { terms: termsOf(kinder), operation: operationOf(kinder) },
  );
const longer: Case = { ...LATE, terms: { window: { days: 60 } } };
const known = { currency: "USD", valueMinor: 2000, labelCostMinor: 500 };

describe("what a preview counts", () => {
  it("P-10 says what is different and nothing else", () => {
    const change = changeOf(pairOf(LATE, longer));
    expect(change).toMatchObject({ verdict: ["out_of_policy", "in_policy"], sendBackBy: [null, expect.any(String)] });
    expect(change).not.toHaveProperty("automation");
    expect(change).not.toHaveProperty("label");
    expect(changeOf(pairOf(LATE, LATE))).toBeNull();
  });

  it("S1-21 a longer window that changes no verdict still changes until when the goods are waited for", () => {
    const inTime: Case = { requestedOn: "2026-01-20" };
    const change = changeOf(pairOf(inTime, { ...inTime, terms: { window: { days: 90 } } }));
    expect(Object.keys(change ?? {})).toEqual(["sendBackBy"]);
  });

  it("P-04 another answer clock changes a deadline", () => {
    const slower: Case = { ...LATE, operation: { clocks: { answerHours: 48 } } };
    expect(changeOf(pairOf(LATE, slower))?.answerBy).toHaveLength(2);
  });

  it("adds what would have been accepted and takes off what would not, and never adds one currency to another", () => {
    const impact = noImpact();
    addToImpact(impact, { ...pairOf(LATE, longer), ...known });
    addToImpact(impact, { ...pairOf(LATE, longer), ...known, currency: "EUR", valueMinor: 700 });
    addToImpact(impact, { ...pairOf(longer, LATE), ...known, valueMinor: 300 });
    expect(impact).toMatchObject({ judged: 3, changed: 3 });
    expect(impact.costs.map(({ currency, goodsMinor }) => [currency, goodsMinor])).toEqual([
      ["USD", 1700],
      ["EUR", 700],
    ]);
  });

  it("counts an unknown amount as unknown and not as nothing", () => {
    const impact = noImpact();
    addToImpact(impact, { ...pairOf(LATE, longer), ...known, valueMinor: null });
    expect(impact.costs).toMatchObject([{ goodsMinor: 0, goodsUnknown: 1 }]);
  });

  it("S4-11 charges the way back to whoever would have paid it", () => {
    const ours: Case = { ...LATE, terms: { freightByReason: { no_longer_needed: "seller" } } };
    const impact = noImpact();
    addToImpact(impact, { ...pairOf(LATE, ours), ...known });
    addToImpact(impact, { ...pairOf(LATE, ours), ...known, labelCostMinor: null });
    expect(impact.labels).toBe(2);
    expect(impact.costs).toMatchObject([{ freightMinor: 500, freightUnknown: 1, goodsMinor: 0 }]);
  });

  it("S4-01 counts who would have been authorized by itself, both ways", () => {
    const all: Case = { ...LATE, operation: { automation: { choice: "all" } } };
    const impact = noImpact();
    addToImpact(impact, { ...pairOf(LATE, all), ...known });
    addToImpact(impact, { ...pairOf(all, LATE), ...known });
    expect(impact.authorizations).toEqual({ more: 1, fewer: 1 });
  });
});
