import { expect, test } from "vitest";
import { keyPage } from "./key-page";

const NOWHERE = { after: null, before: null };

test.each([
  ["the first of several", [1, 2, 3], NOWHERE, [1, 2], null, 2],
  ["the only one", [1, 2], NOWHERE, [1, 2], null, null],
  ["one in the middle", [3, 4, 5], { ...NOWHERE, after: 2 }, [3, 4], 3, 4],
  ["the last one", [5], { ...NOWHERE, after: 4 }, [5], 5, null],
  ["back in the middle", [2, 3, 4], { ...NOWHERE, before: 5 }, [3, 4], 3, 4],
  ["back at the first", [1, 2], { ...NOWHERE, before: 3 }, [1, 2], null, 2],
  ["an empty one", [], { ...NOWHERE, after: 9 }, [], null, null],
] as const)("a page told by key knows its neighbours: %s", (_, found, place, rows, previous, next) => {
  expect(keyPage<number, number>(found, place, 2)).toEqual({ rows, previous, next });
});
