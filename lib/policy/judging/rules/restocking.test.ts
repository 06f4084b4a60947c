import { describe, expect, it } from "vitest";
import { termsSchema } from "../../terms/terms";
import { needsEvidence } from "../restocking-fee";
import { type Case, reasonOf, termsOf } from "../testing";

const LATE = "2026-02-09";
const feeOf = (given: Case) => reasonOf("restocking", given);

describe("the restocking fee", () => {
  it.each([
    ["in the window", {}, 0, 50, 100],
    ["late", { requestedOn: LATE }, 20, 50, 100],
    ["at the seller's fault, late", { requestedOn: LATE, line: { reason: "CR-DEFECTIVE" } }, 0, 0, 100],
    ["at the carrier's fault, late", { requestedOn: LATE, line: { reason: "CR-DAMAGED_BY_CARRIER" } }, 0, 0, 100],
  ] as [string, Case, number, number, number][])(
    "P-06 %s is at most %#",
    (_what, given, percent, damagedPercent, differentPercent) => {
      expect(feeOf(given)).toMatchObject({ percent, damagedPercent, differentPercent });
    },
  );

  it("P-06 follows the channel's percents, and late and damaged takes the higher of the two", () => {
    const terms: Case["terms"] = { restocking: { latePercent: 15, damagedPercent: 10, differentPercent: 80 } };
    expect(feeOf({ terms })).toMatchObject({ percent: 0, damagedPercent: 10, differentPercent: 80, effect: "none" });
    expect(feeOf({ terms, requestedOn: LATE })).toMatchObject({ percent: 15, damagedPercent: 15, effect: "fee" });
  });

  it.each([
    ["latePercent", 20],
    ["damagedPercent", 50],
    ["differentPercent", 100],
  ] as const)("P-06 %s cannot be more than %i", (fee, most) => {
    const withFee = (percent: number) =>
      termsSchema.safeParse(termsOf({ terms: { restocking: { [fee]: percent } } })).success;
    expect([withFee(most), withFee(most + 1), withFee(-1)]).toEqual([true, false, false]);
  });

  it("P-06 from 20 percent on a condition grade and a photo are required", () => {
    expect([0, 19, 20, 100].map(needsEvidence)).toEqual([false, false, true, true]);
  });

  it("P-06 has no part in a free return", () => {
    expect(feeOf({ channel: { programme: "free_return" } })).toBeNull();
  });
});
