import { expect, it } from "vitest";
import { costlyReturn } from "./costly-return";

const linesOf = (costMinor: number, valueMinor: number | null, paidBy: "seller" | "carrier" | "buyer") => ({
  lines: [
    {
      lineId: "l",
      verdict: "in_policy" as const,
      isExempt: false,
      reasons: [
        {
          rule: "worth_returning" as const,
          outcome: "info" as const,
          effect: "none" as const,
          costMinor,
          valueMinor,
          currency: "USD",
          paidBy,
        },
      ],
    },
  ],
});

it.each([
  [799, 1000, false],
  [800, 1000, true],
  [1200, 1000, true],
  [1200, null, false],
] as const)("S2-11 a way of %i that the buyer pays, for goods of %s: worth telling: %s", (cost, value, isTold) => {
  expect(costlyReturn(linesOf(cost, value, "buyer")) !== null).toBe(isTold);
});

it("S2-11 a cost that is not the buyer's is not told", () => {
  for (const payer of ["seller", "carrier"] as const) expect(costlyReturn(linesOf(1200, 1000, payer))).toBeNull();
  expect(costlyReturn({ lines: [] })).toBeNull();
});
