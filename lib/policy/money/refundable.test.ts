import { expect, it } from "vitest";
import { confirmedBy } from "./refundable";

const waiting = [400, 250, 250, 700].map((amountMinor, at) => ({ id: `r${at}`, amountMinor }));

it.each([
  [400, ["r0"]],
  [650, ["r0", "r1"]],
  [700, ["r3"]],
  [1600, ["r0", "r1", "r2", "r3"]],
  // Either of two could be meant.
  [250, []],
  [401, []],
  [0, []],
  [-400, []],
])("P-22 a report of %i tells of exactly what comes to it", (told, ids) => {
  expect(confirmedBy(told, waiting)).toEqual(ids);
});
