import { expect, it } from "vitest";
import { type Verdict, worseVerdict } from "./verdict";

it.each([
  [[], "in_policy"],
  [["in_policy", "in_policy"], "in_policy"],
  [["in_policy", "out_of_policy"], "out_of_policy"],
  [["not_returnable", "out_of_policy", "in_policy"], "not_returnable"],
] as const)("P-25 of %j the worst is %s", (verdicts, worst) => {
  expect(verdicts.reduce<Verdict>(worseVerdict, "in_policy")).toBe(worst);
});
