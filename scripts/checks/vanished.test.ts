import { expect, it } from "vitest";
import { fewerProofs, vanished } from "./vanished";

it("finds a title that stands nowhere any more, and none that only moved", () => {
  const then = [
    { path: "a.test.ts", titles: ["adds", "takes away"] },
    { path: "b.test.ts", titles: ["adds"] },
  ];
  expect(vanished(then, [{ path: "c.test.ts", titles: ["takes away", "adds"] }])).toEqual([
    { path: "b.test.ts", title: "adds" },
  ]);
  expect(vanished(then, then)).toEqual([]);
});

it("finds a rule that fewer tests prove", () => {
  const [then, now] = [
    ["S1-01", "S1-01", "P-03"],
    ["S1-01", "P-03", "P-03"],
  ];
  expect(fewerProofs(then, now)).toEqual([{ id: "S1-01", before: 2, after: 1 }]);
});
