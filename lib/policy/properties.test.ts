import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate";
import { evaluationSchema } from "./evaluation";
import type { ReturnFacts } from "./facts";
import { headline } from "./headline";
import { returnWindow } from "./return-window";
import type { Operation, Terms } from "./terms";
import { boundOf } from "./testing";
import { category, facts, holidays, longerWindows, more, operation, sku, terms } from "./testing-arbitraries";
import { VERDICTS } from "./verdict";

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
        const { mode, isAutomationPaused } = given.channel;
        if (mode !== "mirrored" || how.automation.isOnForMirrored || isAutomationPaused) return;
        expect(evaluate(given, boundOf(by), how).automation).toMatchObject({
          answer: "ask",
          because: "left_by_marketplace",
        });
      }),
    );
  });

  it("S1-20 more days in any row never close a window earlier", () => {
    fc.assert(
      fc.property(
        facts,
        fc.record({ category: fc.option(category), sku: fc.option(sku) }),
        terms,
        more,
        (given, item, by, by2) => {
          const [before, after] = [by, longerWindows(by, by2)].map((each) => returnWindow(given, item, each).endsOn);
          expect(String(after) >= String(before)).toBe(true);
        },
      ),
    );
  });

  it("S1-04 more generous terms never turn what is in policy into out", () => {
    fc.assert(
      fc.property(facts, terms, operation, more, holidays, (given, by, how, added, rows) => {
        const generous: Terms = {
          ...longerWindows(by, added),
          notReturnable: { categories: by.notReturnable.categories.slice(1), skus: by.notReturnable.skus.slice(1) },
        };
        generous.window.holidays = [...generous.window.holidays, ...rows];
        generous.freeReturn.excludedReasons = generous.freeReturn.excludedReasons.slice(1);
        const [before, after] = [verdictBy(given, by, how), verdictBy(given, generous, how)];
        expect(VERDICTS.indexOf(after)).toBeLessThanOrEqual(VERDICTS.indexOf(before));
      }),
    );
  });
});
