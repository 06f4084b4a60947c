import { expect, test } from "vitest";
import type { InsightRow } from "./insights";
import { totalOf, worthDrawing } from "./total-of";

const aRow = (patch: Partial<InsightRow>): InsightRow => ({
  key: "x",
  isRest: false,
  name: null,
  returns: 1,
  units: 1,
  ordered: null,
  orderedUnknown: 0,
  refunded: {},
  refundedUnknown: 0,
  intended: {},
  intendedUnknown: 0,
  labelCosts: {},
  labelCostsUnknown: 0,
  answered: 0,
  answeredLate: 0,
  ...patch,
});

test("a total adds each currency for itself, and counts what is unknown beside it", () => {
  const total = totalOf([
    aRow({ returns: 3, refunded: { USD: 100, JPY: 5 }, refundedUnknown: 1 }),
    aRow({ refunded: { USD: 50 }, labelCosts: { EUR: 7 }, refundedUnknown: 2 }),
  ]);
  expect(total).toMatchObject({
    returns: 4,
    units: 2,
    refunded: { USD: 150, JPY: 5 },
    refundedUnknown: 3,
    labelCosts: { EUR: 7 },
    intended: {},
  });
});

test("draws bars for what is a tenth of all at least, and none for twenty of two", () => {
  const row = (returns: number, isRest = false) => ({ returns, isRest });
  expect(worthDrawing([row(60), row(10), row(9), row(21, true)], 100)).toEqual([row(60), row(10)]);
  expect(
    worthDrawing(
      Array.from({ length: 20 }, () => row(2)),
      40,
    ),
  ).toEqual([]);
});
