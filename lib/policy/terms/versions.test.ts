import { describe, expect, it } from "vitest";
import { type Case, termsOf } from "../judging/testing";
import { mergeTerms } from "./merge-terms";
import { bindTerms, inForce } from "./versions";

const version = (number: number, effectiveFrom: string, terms: Case["terms"] = {}) => ({
  id: `v${number}`,
  version: number,
  effectiveFrom,
  terms: termsOf({ terms }),
});
const v1 = version(1, "2026-01-01", { window: { days: 30 } });
const v2 = version(2, "2026-03-01", { window: { days: 14 } });
const v3 = version(3, "2026-06-01", { window: { days: 60 } });

describe("the version in force", () => {
  it.each([
    ["2025-06-01", "v1"],
    ["2026-01-01", "v1"],
    ["2026-02-28", "v1"],
    ["2026-03-01", "v2"],
    ["2026-05-31", "v2"],
    ["2027-01-01", "v3"],
  ])("P-10 on %s is %s, whatever the order of the list", (on, id) => {
    expect(inForce([v1, v2, v3], on).id).toBe(id);
    expect(inForce([v3, v1, v2], on).id).toBe(id);
  });

  it("P-10 of two that begin on one day the newer counts", () => {
    expect(inForce([version(2, "2026-01-01"), v1], "2026-01-01").id).toBe("v2");
  });

  it("is a bug where a channel has none", () => {
    expect(() => inForce([], "2026-01-01")).toThrow("without a policy version");
  });
});

describe("the terms that bind", () => {
  it.each([
    ["2026-01-10", "2026-02-01", 30, "v1", "v1"],
    ["2026-02-10", "2026-03-10", 30, "v1", "v2"],
    ["2026-03-10", "2026-03-20", 14, "v2", "v2"],
    ["2026-05-20", "2026-06-10", 60, "v2", "v3"],
    ["2024-01-01", "2026-03-10", 30, "v1", "v2"],
  ])("P-10 ordered %s and requested %s: %i days, by %s and %s", (ordered, requested, days, atOrder, atRequest) => {
    const bound = bindTerms([v1, v2, v3], ordered, requested);
    expect(bound.terms.window.days).toBe(days);
    expect(bound).toMatchObject({ orderVersionId: atOrder, requestVersionId: atRequest });
  });
});

describe("the more generous of two", () => {
  const merge = (a: Case["terms"], b: Case["terms"]) =>
    mergeTerms(termsOf({ terms: a ?? {} }), termsOf({ terms: b ?? {} }));

  it("P-10 is taken rule by rule, not version by version", () => {
    const merged = merge(
      { window: { days: 14, transitAllowanceDays: 12 }, freeReturn: { requestDays: 10, extraDaysAfterPromise: 20 } },
      { window: { days: 30, transitAllowanceDays: 10 }, freeReturn: { requestDays: 15, extraDaysAfterPromise: 5 } },
    );
    expect(merged.window).toMatchObject({ days: 30, transitAllowanceDays: 12 });
    expect(merged.freeReturn).toMatchObject({ requestDays: 15, extraDaysAfterPromise: 20 });
  });

  it("P-10 compares a category's row with the general days of the version that has none", () => {
    const merged = merge(
      { window: { days: 30, byCategory: [{ category: "Toys", days: 14 }] } },
      { window: { days: 20, byCategory: [{ category: "Baby", days: 90 }] } },
    );
    expect(merged.window.byCategory).toEqual([
      { category: "Baby", days: 90 },
      { category: "Toys", days: 20 },
    ]);
  });

  it("P-10 excludes only what both exclude, and keeps the holiday rows of either", () => {
    const winter = {
      basis: "bought",
      boughtFrom: "2026-11-01",
      boughtTo: "2026-12-31",
      returnableUntil: "2027-01-31",
      label: "Winter",
    } as const;
    const merged = merge(
      { notReturnable: { categories: ["Grocery", "Flowers"], skus: ["A"] }, window: { holidays: [winter] } },
      { notReturnable: { categories: ["grocery"], skus: ["B"] }, window: { holidays: [{ ...winter }] } },
    );
    expect(merged.notReturnable).toEqual({ categories: ["Grocery"], skus: [] });
    expect(merged.window.holidays).toEqual([winter]);
  });

  it("P-10, P-07 of two faults takes the one that costs the buyer less", () => {
    const merged = merge(
      { faultByReason: { default: "buyer", reasons: { quality: "seller", undeliverable: "carrier" } } },
      { faultByReason: { default: "carrier", reasons: { quality: "buyer" } } },
    );
    expect(merged.faultByReason).toEqual({
      default: "carrier",
      reasons: { quality: "seller", undeliverable: "carrier" },
    });
  });
});
