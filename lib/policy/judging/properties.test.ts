import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/kernel/dates";
import type { Operation, Terms } from "../terms/terms";
import { evaluate } from "./evaluate";
import { type Evaluation, evaluationSchema } from "./evaluation";
import type { ReturnFacts } from "./facts";
import { headline } from "./headline";
import { lineToJudge } from "./line-to-judge";
import { returnWindow } from "./return-window";
import { returnWindowRule } from "./rules/return-window";
import { aLine, boundOf, operationOf } from "./testing";
import {
  category,
  facts,
  holidays,
  longerWindows,
  more,
  operation,
  prepaidFacts,
  sku,
  terms,
} from "./testing-arbitraries";
import { VERDICTS } from "./verdict";

/** At least two of three cases come to what is asserted: a property is proved by no others. */
const REACHED = { maxSkipsPerRun: 0.5 };

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
      fc.property(prepaidFacts, terms, operation, (given, by, how) => {
        const judged = evaluate(given, boundOf(by), how);
        fc.pre(judged.isPrepaidEligible);
        expect(judged).toMatchObject({ verdict: "in_policy", isExempt: false, label: { kind: "prepaid" } });
      }),
      REACHED,
    );
  });

  it("P-20 nothing is authorized by itself on a mirrored channel that was not switched on", () => {
    fc.assert(
      fc.property(facts, terms, operation, ({ channel, ...given }, by, { automation, ...how }) => {
        const there = { ...given, channel: { ...channel, mode: "mirrored" as const, isAutomationPaused: false } };
        const off = { ...how, automation: { ...automation, isOnForMirrored: false } };
        expect(evaluate(there, boundOf(by), off).automation).toMatchObject({
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

  it("S1-20 the window is as long as the own row of the SKU says, else of the category, else in general, to the day", () => {
    fc.assert(
      fc.property(
        facts,
        fc.record({ category: fc.option(category), sku: fc.option(sku) }),
        terms,
        (given, item, by) => {
          const plain: Terms = { ...by, window: { ...by.window, holidays: [] } };
          const asked: ReturnFacts = { ...given, channel: { ...given.channel, programme: "seller_fulfilled" } };
          const same = (a: string | null, b: string) => a?.trim().toLowerCase() === b.trim().toLowerCase();
          const own = by.window.bySku.filter((row) => same(item.sku, row.sku));
          const ofCategory = by.window.byCategory.filter((row) => same(item.category, row.category));
          const [row] = [own, ofCategory, [{ days: by.window.days }]].filter(({ length }) => length > 0);
          const days = Math.max(...(row ?? []).map((each) => each.days));
          const { orderedOn, deliveredOn } = given.order;
          const from = deliveredOn ?? addDays(orderedOn, by.window.transitAllowanceDays);
          const { endsOn } = returnWindow(asked, item, plain);
          expect(endsOn).toBe(addDays(from, days));
          for (const [late, outcome] of [
            [0, "pass"],
            [1, "fail"],
          ] as const) {
            const request = { ...asked, requestedOn: addDays(endsOn, late) };
            const line = lineToJudge(request, aLine(item), plain);
            expect(returnWindowRule.answer(request, line, plain, operationOf({}))).toMatchObject({
              outcome,
              lateDays: late,
            });
          }
        },
      ),
    );
  });

  it("P-25 exempt from prepaid is no verdict: taking it away changes none", () => {
    fc.assert(
      fc.property(facts, terms, operation, (given, by, how) => {
        const lines = given.lines.map((line) => ({ ...line, skuRule: null }));
        const open: Operation = { ...how, exemptions: { categories: [] } };
        const verdicts = (judged: Evaluation) => judged.lines.map(({ verdict }) => verdict);
        const judged = evaluate(given, boundOf(by), how);
        const without = evaluate({ ...given, lines }, boundOf(by), open);
        expect(verdicts(judged)).toEqual(verdicts(without));
        expect(without.isExempt).toBe(false);
      }),
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
