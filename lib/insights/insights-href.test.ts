import { expect, test } from "vitest";
import { changeOf, rateOf, worthDrawing } from "./insights-href";

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

test("says a change and a rate only of enough to say one of", () => {
  expect(changeOf({ returns: 15, before: 10 })).toBe(0.5);
  expect(changeOf({ returns: 0, before: 10 })).toBe(-1);
  expect([changeOf({ returns: 3, before: 2 }), changeOf({ returns: 3, before: null })]).toEqual([null, null]);
  expect(rateOf({ sold: { units: 20, returned: 3 } })).toBe(0.15);
  expect([rateOf({ sold: { units: 19, returned: 3 } }), rateOf({ sold: null })]).toEqual([null, null]);
});
