import { expect, it } from "vitest";
import type { Evaluation } from "../../judging/evaluation";
import { verdictOfKept } from "./closed-rest";

const lines = [
  { id: "a", orderLineId: "lamp", quantity: 1 },
  { id: "b", orderLineId: "bulb", quantity: 2 },
];
const judged = (reported: boolean | null): Pick<Evaluation, "verdict" | "reported" | "lines"> => ({
  verdict: "out_of_policy",
  reported,
  lines: [
    { lineId: "lamp", verdict: "in_policy", isExempt: false, reasons: [] },
    { lineId: "bulb", verdict: "out_of_policy", isExempt: false, reasons: [] },
  ],
});

it.each([
  ["nothing is closed", null, [], "out_of_policy"],
  ["all that is out of policy is closed", null, [{ lineId: "b", quantity: 2 }], "in_policy"],
  ["some of it stays", null, [{ lineId: "b", quantity: 1 }], "out_of_policy"],
  ["what is in policy is closed", null, [{ lineId: "a", quantity: 1 }], "out_of_policy"],
  ["the marketplace has judged the whole", false, [{ lineId: "b", quantity: 2 }], "out_of_policy"],
] as const)("judges what stays where %s", (_, reported, closed, verdict) => {
  expect(verdictOfKept({ lines, evaluation: judged(reported) }, closed)).toBe(verdict);
});
