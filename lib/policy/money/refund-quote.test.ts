import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONDITIONS } from "../parcels/conditions";
import { type LineToRefund, mostKept, type OrderToRefund, quoteRefund, type UnitsToRefund } from "./refund-quote";
import { priceOfUnits, sharesOf } from "./shares";

const LATE = { percent: 20, damagedPercent: 50, differentPercent: 100, isLate: true, fault: "buyer" } as const;
const IN_TIME = { ...LATE, percent: 0, isLate: false } as const;

const lamp = (units: readonly UnitsToRefund[], more: Partial<LineToRefund> = {}): LineToRefund => ({
  lineId: "lamp",
  priceMinor: 4290,
  orderedQuantity: 1,
  refundedQuantity: 0,
  fee: IN_TIME,
  units,
  ...more,
});
const order = (more: Partial<OrderToRefund> = {}): OrderToRefund => ({
  paidMinor: 5869,
  refundedMinor: 0,
  reportedMinor: 0,
  shippingMinor: 599,
  shippingRefundedMinor: 0,
  advancedLabelMinor: null,
  ...more,
});
const AS_JUDGED = { shippingMinor: null, deductsLabel: null, concessionMinor: 0 };
const one = (condition: UnitsToRefund["condition"], more: Partial<UnitsToRefund> = {}): UnitsToRefund => ({
  condition,
  quantity: 1,
  photos: 1,
  ...more,
});
const amountOf = (...asked: Parameters<typeof quoteRefund>) => quoteRefund(...asked).amountMinor;

describe("what goes back to a buyer", () => {
  it.each([
    ["new", IN_TIME, 4290],
    ["opened", IN_TIME, 4290],
    ["opened", LATE, 3432],
    ["used", IN_TIME, 2145],
    ["damaged", IN_TIME, 2145],
    ["incomplete", LATE, 2145],
    ["defective", LATE, 4290],
    ["not_ours", IN_TIME, 0],
  ] as const)("P-06 of a lamp for 42.90 that came back %s is what the terms leave", (condition, fee, amount) => {
    expect(amountOf(order(), [lamp([one(condition)], { fee })], AS_JUDGED)).toBe(amount);
  });

  it("P-06 is never reached by keeping more than the terms allow, and is by keeping less", () => {
    const given = (givenMinor: number) => quoteRefund(order(), [lamp([one("used", { givenMinor })])], AS_JUDGED);
    expect(given(2144).problems).toEqual([{ code: "kept_too_much", lineId: "lamp", condition: "used", most: 50 }]);
    expect(given(3861)).toMatchObject({ amountMinor: 3861, problems: [] });
    expect(given(4291).problems).toContainEqual({ code: "over_price", lineId: "lamp" });
  });

  it("P-06 from 20 percent asks for a picture", () => {
    const [problem] = quoteRefund(order(), [lamp([one("used", { photos: 0 })])], AS_JUDGED).problems;
    expect(problem).toEqual({ code: "unit_photo_missing", lineId: "lamp", condition: "used" });
    expect(quoteRefund(order(), [lamp([one("new", { photos: 0 })])], AS_JUDGED).problems).toEqual([]);
  });

  it("holds the way to the buyer where it is not the buyer's doing, and what was advanced for the label", () => {
    const fee = { ...IN_TIME, fault: "seller" } as const;
    expect(amountOf(order(), [lamp([one("defective")], { fee })], AS_JUDGED)).toBe(4889);
    expect(amountOf(order(), [lamp([one("new")])], { ...AS_JUDGED, shippingMinor: 599 })).toBe(4889);
    expect(amountOf(order({ advancedLabelMinor: 640 }), [lamp([one("new")])], AS_JUDGED)).toBe(3650);
    expect(amountOf(order({ advancedLabelMinor: 9999 }), [lamp([one("new")])], AS_JUDGED)).toBe(0);
  });

  it("S2-13 adds a concession to the goods, or gives it alone", () => {
    const choices = { ...AS_JUDGED, concessionMinor: 500 };
    expect(amountOf(order(), [lamp([one("new")])], choices)).toBe(4790);
    expect(quoteRefund(order(), [], choices)).toMatchObject({ amountMinor: 500, problems: [] });
  });

  it("gives in part for what the buyer keeps, as it was agreed", () => {
    const quote = quoteRefund(
      order(),
      [lamp([{ condition: null, quantity: 1, photos: 0, givenMinor: 1000 }])],
      AS_JUDGED,
    );
    expect(quote).toMatchObject({ amountMinor: 1000, problems: [] });
    expect(quote.steps[1]).toMatchObject({ kind: "partial", percent: 76 });
  });

  it("P-22 counts what the marketplace reports against what is left", () => {
    const { leftMinor, problems } = quoteRefund(order({ reportedMinor: 2000 }), [lamp([one("new")])], AS_JUDGED);
    expect(leftMinor).toBe(3869);
    expect(problems).toEqual([{ code: "over_left", leftMinor: 3869 }]);
  });

  it("is not suggested where nobody knows what was paid, or for more units than were bought", () => {
    expect(quoteRefund(order({ paidMinor: null }), [lamp([one("new")])], AS_JUDGED).problems).toEqual([
      { code: "paid_unknown" },
    ]);
    expect(quoteRefund(order(), [lamp([one("new")], { refundedQuantity: 1 })], AS_JUDGED).problems).toContainEqual({
      code: "too_many_units",
      lineId: "lamp",
      most: 0,
    });
    expect(quoteRefund(order(), [lamp([one("new")], { priceMinor: null })], AS_JUDGED).problems).toContainEqual({
      code: "price_unknown",
      lineId: "lamp",
    });
  });

  it("M10 M12 sums up from its steps, is never negative, and over several refunds never more than the price", () => {
    const units = fc.array(
      fc.record({
        condition: fc.constantFrom(...CONDITIONS, null),
        quantity: fc.nat(3),
        photos: fc.constant(1),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(units, units, fc.nat(9_999_999), fc.integer({ min: 8, max: 40 }), (first, second, price, ordered) => {
        const count = first.reduce((sum, { quantity }) => sum + quantity, 0);
        const line = (of: UnitsToRefund[], refundedQuantity: number) =>
          lamp(of, { priceMinor: price, orderedQuantity: ordered + 16, refundedQuantity, fee: LATE });
        const quotes = [line(first, 0), line(second, count)].map((each) => quoteRefund(order(), [each], AS_JUDGED));
        let goods = 0;
        for (const { steps, amountMinor } of quotes) {
          expect(steps.reduce((sum, step) => sum + step.amountMinor, 0)).toBe(amountMinor);
          expect(amountMinor).toBeGreaterThanOrEqual(0);
          for (const step of steps) if (step.kind === "goods") goods += step.amountMinor;
        }
        expect(goods).toBeLessThanOrEqual(price);
      }),
    );
  });
});

describe("parts of an amount", () => {
  it("M10 sum to it exactly, none negative, for any weights", () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.array(fc.nat(1e6), { minLength: 1, maxLength: 20 }), (amount, weights) => {
        const parts = sharesOf(amount, weights);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(amount);
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(sharesOf(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(sharesOf(5, [0, 0])).toEqual([3, 2]);
  });

  it("of the units of a line are its whole price once all are back", () => {
    const price = (after: number, units: number) => priceOfUnits(1000, 3, { after, units });
    expect([price(0, 1), price(1, 1), price(2, 1)]).toEqual([333, 333, 334]);
  });
});

describe("what may be kept", () => {
  it("is nothing without terms", () => {
    expect(CONDITIONS.map((condition) => mostKept(null, condition))).toEqual(CONDITIONS.map(() => 0));
  });
});
