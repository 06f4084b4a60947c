import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../judging/evaluate";
import type { ReturnFacts } from "../judging/facts";
import { returnWindow } from "../judging/return-window";
import type { Reason } from "../judging/rules";
import { boundOf, termsOf } from "../judging/testing";
import { category, facts, operation, sku, terms } from "../judging/testing-arbitraries";
import { VERDICTS } from "../judging/verdict";
import { type MergedTerms, mergeTerms } from "./merge-terms";
import { FAULTS, type Fault } from "./term-choices";
import type { Operation, Terms } from "./terms";
import { windowDays } from "./window-rows";

const payerIn = ({ effect }: Reason): Fault =>
  effect === "seller_pays"
    ? "seller"
    : effect === "carrier_pays"
      ? "carrier"
      : effect === "buyer_pays"
        ? "buyer"
        : "seller";

const verdictBy = (given: ReturnFacts, by: Terms, how: Operation) => evaluate(given, boundOf(by), how).ours;

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

  it("P-10 gives every SKU and category as many days as the better of the two", () => {
    fc.assert(
      fc.property(fc.record({ category: fc.option(category), sku: fc.option(sku) }), terms, terms, (item, a, b) => {
        const daysBy = (by: MergedTerms) => windowDays(by.window, item).days;
        expect(daysBy(mergeTerms(a, b))).toBe(Math.max(daysBy(a), daysBy(b)));
      }),
    );
  });

  it("P-10 leaves every line the window of the better of the two, with or without a delivery date", () => {
    fc.assert(
      fc.property(
        facts,
        fc.record({ category: fc.option(category), sku: fc.option(sku) }),
        terms,
        terms,
        (given, item, a, b) => {
          const endsBy = (by: MergedTerms) => returnWindow(given, item, by).endsOn;
          const [merged, ...sides] = [mergeTerms(a, b), a, b].map(endsBy);
          for (const side of sides) expect(String(merged) >= side).toBe(true);
        },
      ),
    );
  });

  it("P-10 takes no more fee, freight or item back than either side would", () => {
    const costs = (given: ReturnFacts, by: MergedTerms, how: Operation) =>
      evaluate(given, { ...boundOf(termsOf({})), terms: by }, how).lines.map(({ reasons }) => ({
        fee: reasons.flatMap((reason) => (reason.rule === "restocking" ? [reason.percent, reason.damagedPercent] : [])),
        payer: reasons.map((reason) => (reason.rule === "reason_and_fault" ? FAULTS.indexOf(payerIn(reason)) : 0)),
        isKept: reasons.some((reason) => reason.rule === "returnless" && reason.effect === "keep_item"),
      }));
    fc.assert(
      fc.property(facts, terms, terms, operation, (request, a, b, how) => {
        // What a free return costs its buyer is decided by the country and the mark, not by the terms.
        const given: ReturnFacts = { ...request, channel: { ...request.channel, programme: "seller_fulfilled" } };
        const merged = costs(given, mergeTerms(a, b), how);
        for (const side of [a, b])
          for (const [at, { fee, payer, isKept }] of costs(given, side, how).entries()) {
            merged[at]?.fee.forEach((percent, index) => {
              expect(percent).toBeLessThanOrEqual(fee[index] ?? 0);
            });
            expect(Math.max(...(merged[at]?.payer ?? []))).toBeLessThanOrEqual(Math.max(...payer));
            expect(merged[at]?.isKept || !isKept).toBe(true);
          }
      }),
    );
  });

  it("P-10 does not care which side came first, and changes nothing where both are the same", () => {
    fc.assert(
      fc.property(facts, terms, terms, operation, (given, a, b, how) => {
        const judged = (by: MergedTerms) => {
          const { automation, label, verdict, window } = evaluate(given, { ...boundOf(a), terms: by }, how);
          return { automation, label, verdict, window };
        };
        expect(judged(mergeTerms(b, a))).toEqual(judged(mergeTerms(a, b)));
        expect(judged(mergeTerms(a, a))).toEqual(judged(a));
      }),
    );
  });
});
