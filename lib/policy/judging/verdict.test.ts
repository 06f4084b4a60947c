import { expect, it } from "vitest";
import { worstVerdict } from "./verdict";

it.each([
  [[], "in_policy"],
  [["in_policy", "in_policy"], "in_policy"],
  [["in_policy", "out_of_policy"], "out_of_policy"],
  [["not_returnable", "out_of_policy", "in_policy"], "not_returnable"],
] as const)("P-25 of %j the worst is %s", (verdicts, worst) => {
  expect(worstVerdict(verdicts)).toBe(worst);
});
