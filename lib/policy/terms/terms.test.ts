import { describe, expect, it } from "vitest";
import { defaultPolicy as freeReturn } from "../judging/programmes/free-return";
import { defaultPolicy as sellerFulfilled } from "../judging/programmes/seller-fulfilled";
import { KNOWN_REASONS } from "../judging/reasons";
import { operationSchema, termsSchema } from "./terms";

describe.each([
  ["seller_fulfilled", sellerFulfilled],
  ["free_return", freeReturn],
])("the default policy of %s", (_programme, { terms, operation }) => {
  it("fits the shape in which policies are stored", () => {
    expect(termsSchema.parse(JSON.parse(JSON.stringify(terms)))).toEqual(terms);
    expect(operationSchema.parse(JSON.parse(JSON.stringify(operation)))).toEqual(operation);
  });

  it("names only return reasons that exist", () => {
    const named = [...Object.keys(terms.faultByReason.reasons), ...terms.freeReturn.excludedReasons];
    for (const name of named) expect(KNOWN_REASONS).toContain(name);
  });
});

it("S1-20, S0-01, S0-06, P-21 windows start out with the rulebook's days", () => {
  expect(sellerFulfilled.terms.window).toMatchObject({ days: 30, transitAllowanceDays: 10 });
  expect(freeReturn.terms.freeReturn).toMatchObject({ requestDays: 15, extraDaysAfterPromise: 15 });
});

it("P-04, P-05, S1-21, P-15, P-03 clocks start out with the rulebook's lengths", () => {
  expect(sellerFulfilled.operation.clocks).toEqual({
    answerHours: 24,
    answerConsequence: "nothing",
    expireDays: 50,
    sendBackDays: 30,
    transitDays: 15,
    labelDays: 5,
    arriveDays: 15,
    refundDays: 2,
    refundConsequence: "nothing",
    completeDays: 30,
  });
  expect(sellerFulfilled.operation.undoSeconds).toBe(15);
});

it("S4-01 the limit in days from the order date is at most 30", () => {
  const { operation } = sellerFulfilled;
  const limited = (withinDays: number | null) =>
    operationSchema.safeParse({ ...operation, automation: { ...operation.automation, withinDays } }).success;
  expect([null, 1, 30].map(limited)).toEqual([true, true, true]);
  expect([0, 31, 1.5].map(limited)).toEqual([false, false, false]);
});

it.each([
  ["a field nobody knows", { ...sellerFulfilled.terms, surprise: 1 }],
  ["a negative window", { ...sellerFulfilled.terms, window: { ...sellerFulfilled.terms.window, days: -1 } }],
  [
    "a day that does not exist",
    {
      ...sellerFulfilled.terms,
      window: {
        ...sellerFulfilled.terms.window,
        holidays: [
          {
            basis: "bought",
            boughtFrom: "2026-02-30",
            boughtTo: "2026-12-31",
            returnableUntil: "2027-01-31",
            label: "x",
          },
        ],
      },
    },
  ],
])("refuses terms with %s", (_what, terms) => {
  expect(termsSchema.safeParse(terms).success).toBe(false);
});
