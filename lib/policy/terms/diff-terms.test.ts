import fc from "fast-check";
import { describe, expect, it } from "vitest";
import en from "@/lib/i18n/messages/en.json";
import zh from "@/lib/i18n/messages/zh-CN.json";
import { coveredRules } from "../judging/covered-rules";
import { defaultPolicy as freeReturn } from "../judging/programmes/free-return";
import { defaultPolicy as sellerFulfilled } from "../judging/programmes/seller-fulfilled";
import { type Case, termsOf } from "../judging/testing";
import { terms } from "../judging/testing-arbitraries";
import { diffOperation, type OperationPart } from "./diff-operation";
import { diffTerms, type TermsChange } from "./rows";
import type { Terms } from "./terms";

/** A kind of change without words does not compile here. */
type DiffWords = {
  termsDiff: Record<TermsChange["kind"], string>;
  terms: { versions: { parts: Record<OperationPart, string> } };
};
const WORDS: DiffWords[] = [en, zh];

const diff = (a: Case["terms"], b: Case["terms"]) =>
  diffTerms(termsOf({ terms: a ?? {} }), termsOf({ terms: b ?? {} }));
const holiday = {
  basis: "bought",
  boughtFrom: "2026-11-01",
  boughtTo: "2026-12-31",
  returnableUntil: "2027-01-31",
  label: "Winter",
} as const;
const rule = (name: string, maxMinor = 1000): Terms["returnless"]["rules"][number] => ({
  name,
  categories: [],
  reasons: [],
  minMinor: null,
  maxMinor,
  resolution: "refund",
});

describe("the difference of two versions", () => {
  it.each([
    ["the general window", {}, { window: { days: 45 } }, { kind: "days", what: "window", from: 30, to: 45 }],
    [
      "a category's window",
      { window: { byCategory: [{ category: "Toys", days: 40 }] } },
      { window: { byCategory: [{ category: "toys", days: 60 }] } },
      { kind: "own_days", what: "category", name: "toys", from: 40, to: 60 },
    ],
    [
      "a SKU's window, new",
      {},
      { window: { bySku: [{ sku: "A", days: 10 }] } },
      { kind: "own_days", what: "sku", name: "A", from: null, to: 10 },
    ],
    ["a holiday, removed", { window: { holidays: [holiday] } }, {}, { kind: "holiday", from: holiday, to: null }],
    [
      "a holiday, changed",
      { window: { holidays: [holiday] } },
      { window: { holidays: [{ ...holiday, returnableUntil: "2027-02-28" }] } },
      { kind: "holiday", from: holiday, to: { ...holiday, returnableUntil: "2027-02-28" } },
    ],
    [
      "an excluded category",
      {},
      { notReturnable: { categories: ["Food"] } },
      { kind: "not_returnable", what: "category", name: "Food", isAdded: true },
    ],
    [
      "the default fault",
      {},
      { faultByReason: { default: "seller" } },
      { kind: "fault_default", from: "buyer", to: "seller" },
    ],
    [
      "a freight payer",
      {},
      { freightByReason: { defective: "buyer" } },
      { kind: "freight", reason: "defective", from: null, to: "buyer" },
    ],
    [
      "a returnless rule",
      { returnless: { rules: [rule("Cheap")] } },
      { returnless: { rules: [rule("Cheap", 2000)] } },
      { kind: "returnless", from: rule("Cheap"), to: rule("Cheap", 2000) },
    ],
    [
      "their order",
      { returnless: { rules: [rule("A"), rule("B")] } },
      { returnless: { rules: [rule("B"), rule("A")] } },
      { kind: "returnless_order", names: ["B", "A"] },
    ],
    [
      "the value of P-17",
      {},
      { returnless: { noLocalAddressUpToMinor: 2500 } },
      { kind: "amount", what: "no_local_address", from: null, to: 2500 },
    ],
    ["a fee", {}, { restocking: { latePercent: 10 } }, { kind: "percent", what: "late", from: 20, to: 10 }],
    [
      "a free return's days",
      {},
      { freeReturn: { requestDays: 20 } },
      { kind: "days", what: "request", from: 15, to: 20 },
    ],
    [
      "a covered reason",
      {},
      { freeReturn: { excludedReasons: ["counterfeit", "empty_parcel", "short_quantity"] } },
      { kind: "excluded_reason", reason: "wrong_item_sent", isAdded: false },
    ],
  ] as [string, Case["terms"], Case["terms"], TermsChange][])(
    "P-10 names %s and nothing else",
    (_what, a, b, change) => {
      expect(diff(a, b)).toEqual([change]);
    },
  );

  it("P-10 is empty exactly where both say the same, whatever the spelling and the order of keys", () => {
    fc.assert(
      fc.property(terms, (given) => {
        const stored = JSON.parse(JSON.stringify(given), (_key, value: unknown) =>
          value !== null && typeof value === "object" && !Array.isArray(value)
            ? Object.fromEntries(Object.entries(value).reverse())
            : value,
        );
        expect(diffTerms(given, stored)).toEqual([]);
      }),
    );
    expect(diff({ notReturnable: { skus: ["A"] } }, { notReturnable: { skus: [" a "] } })).toEqual([]);
  });

  it("has words for every kind in both languages", () => {
    for (const { termsDiff, terms: page } of WORDS)
      for (const words of [...Object.values(termsDiff), ...Object.values(page.versions.parts)])
        expect(words).not.toBe("");
  });

  it("P-10 of two operations names the parts that differ", () => {
    const { operation } = sellerFulfilled;
    expect(diffOperation(operation, structuredClone(operation))).toEqual([]);
    expect(diffOperation(operation, { ...operation, undoSeconds: 0 })).toEqual(["undoSeconds"]);
    expect(diffOperation(operation, freeReturn.operation)).toEqual(["clocks", "freeReturnCountries"]);
  });
});

describe("a rule that can never match", () => {
  it.each([
    ["everything before it", { maxMinor: null }, { maxMinor: 10 }, true],
    ["a wider price", { maxMinor: 2000 }, { maxMinor: 1000 }, true],
    ["a narrower price", { maxMinor: 1000 }, { maxMinor: 2000 }, false],
    ["a price where its own is open", { maxMinor: 1000 }, { maxMinor: null }, false],
    [
      "the same category among others",
      { maxMinor: null, categories: ["Toys", "Baby"] },
      { maxMinor: null, categories: ["toys"] },
      true,
    ],
    ["another category", { maxMinor: null, categories: ["Toys"] }, { maxMinor: null, categories: ["Baby"] }, false],
    [
      "one of its reasons",
      { maxMinor: null, reasons: ["style"] },
      { maxMinor: null, reasons: ["style", "color"] },
      false,
    ],
  ] as [
    string,
    Partial<Terms["returnless"]["rules"][number]>,
    Partial<Terms["returnless"]["rules"][number]>,
    boolean,
  ][])("S4-14 behind %s is found", (_what, earlier, later, isCovered) => {
    const rules = [
      { ...rule("A"), ...earlier },
      { ...rule("B"), ...later },
    ];
    expect(coveredRules(rules)).toEqual([null, isCovered ? 0 : null]);
  });
});
