import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../judging/programmes/seller-fulfilled";
import { type Case, termsOf } from "../judging/testing";
import { terms } from "../judging/testing-arbitraries";
import type { Floor } from "./rows";
import { breachesOf, raiseToFloor } from "./rows";

const FLOOR: Floor = {
  windowDays: 30,
  byCategory: [{ category: "Baby", days: 90 }],
  restocking: { latePercent: 20, damagedPercent: 50, differentPercent: 100 },
  freeReturn: { requestDays: 15, extraDaysAfterPromise: 15 },
  neverBuyersFault: ["defective"],
  noLocalAddressUpToMinor: 2500,
};
const generous: Case["terms"] = {
  window: { byCategory: [{ category: "baby", days: 90 }] },
  returnless: { noLocalAddressUpToMinor: 2500 },
};
const breaches = (given: Case["terms"]) => breachesOf(termsOf({ terms: { ...generous, ...given } }), FLOOR);

describe("the marketplace's floor", () => {
  it("S1-04 lets through what is as generous, and everything where there is no floor", () => {
    expect(breaches({})).toEqual([]);
    expect(breachesOf(termsOf({ terms: { window: { days: 0 } } }), null)).toEqual([]);
  });

  it.each([
    ["a window", { window: { ...generous.window, days: 14 } }, "window", "window.days", 14, 30],
    [
      "a category's row",
      { window: { byCategory: [{ category: "Baby", days: 60 }] } },
      "category_window",
      "window.byCategory.0.days",
      60,
      90,
    ],
    ["a category without its row", { window: { byCategory: [] } }, "category_window", "window.byCategory", 30, 90],
    [
      "a SKU's row",
      { window: { ...generous.window, bySku: [{ sku: "A", days: 29 }] } },
      "sku_window",
      "window.bySku.0.days",
      29,
      30,
    ],
    ["a fee", { restocking: { latePercent: 21 } }, "fee", "restocking.latePercent", 21, 20],
    ["the days of a free return", { freeReturn: { requestDays: 7 } }, "free_return", "freeReturn.requestDays", 7, 15],
    [
      "a fault",
      { faultByReason: { reasons: { defective: "buyer" } } },
      "fault",
      "faultByReason.reasons.defective",
      "buyer",
      "seller",
    ],
    [
      "the value of P-17",
      { returnless: { noLocalAddressUpToMinor: null } },
      "no_local_address",
      "returnless.noLocalAddressUpToMinor",
      null,
      2500,
    ],
  ] as [string, Case["terms"], string, string, unknown, unknown][])(
    "S1-04 %s that is stricter is refused where it stands, with the floor",
    (_what, given, code, path, yours, floor) => {
      const found = breaches(given);
      expect(found).toMatchObject([{ code, yours, floor }]);
      expect(found[0]?.path.join(".")).toBe(path);
    },
  );

  it("S1-04 the default of the fault table counts for a reason that it does not name", () => {
    expect(breaches({ faultByReason: { default: "buyer", reasons: {} } })).toMatchObject([{ name: "defective" }]);
    expect(breaches({ faultByReason: { default: "carrier", reasons: {} } })).toEqual([]);
  });

  it("S1-04 whatever is stricter can be raised to the floor in one act, and nothing else changes", () => {
    fc.assert(
      fc.property(terms, (given) => {
        const raised = raiseToFloor(given, breachesOf(given, FLOOR));
        expect(breachesOf(raised, FLOOR)).toEqual([]);
        expect(raiseToFloor(raised, [])).toEqual(raised);
        expect(raised.notReturnable).toEqual(given.notReturnable);
      }),
    );
    expect(raiseToFloor(defaultPolicy.terms, [])).toEqual(defaultPolicy.terms);
  });
});
