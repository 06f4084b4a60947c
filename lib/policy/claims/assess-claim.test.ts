import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CONDITIONS } from "../parcels/conditions";
import { assessClaim, type ClaimFacts } from "./assess-claim";
import { claimDueAt, claimProgrammeOf } from "./programme";

const programme = claimProgrammeOf("amazon");
if (!programme) throw new Error("no programme");
const facts = (rest: Partial<ClaimFacts> = {}): ClaimFacts => ({
  ...{ currency: "USD", outsideMinor: 3000, isAToZ: false, strays: [] },
  lines: [{ quantity: 3, refundedMinor: 3000, came: [] }],
  ...{ isUnderWay: false, isLost: false, isAwaited: false, isByTheShop: false },
  ...rest,
});
const came = (...conditions: (typeof CONDITIONS)[number][]) => [{ quantity: 3, refundedMinor: 3000, came: conditions }];
const assess = (rest: Partial<ClaimFacts> = {}) => assessClaim(facts(rest), programme);

describe("what can be asked back of a marketplace", () => {
  it.each([
    ["nothing came", {}, { outcome: "claim", cause: "never_came", amountMinor: 3000 }],
    ["one is missing", { lines: came("new", "new") }, { outcome: "claim", cause: "missing", amountMinor: 1000 }],
    [
      "another item came",
      { lines: came("new", "new", "not_ours") },
      { outcome: "claim", cause: "not_ours", amountMinor: 1000 },
    ],
    [
      "a stray came instead",
      { lines: came("new", "new"), strays: ["not_ours"] },
      { outcome: "claim", cause: "not_ours", amountMinor: 1000 },
    ],
    [
      "half of what is damaged",
      { lines: came("new", "new", "damaged") },
      { outcome: "claim", cause: "damaged", amountMinor: 500 },
    ],
    [
      "what the shop itself sent so",
      { lines: came("new", "not_ours", "damaged"), isByTheShop: true },
      { outcome: "nothing", bar: null },
    ],
    ["all came well", { lines: came("new", "opened", "defective") }, { outcome: "nothing", bar: null }],
    ["nothing was refunded", { outsideMinor: 0 }, { outcome: "nothing", bar: null }],
    ["an A-to-z claim", { isAToZ: true }, { outcome: "nothing", bar: "a_to_z" }],
    ["lost on its way back", { isLost: true }, { outcome: "nothing", bar: "lost" }],
    ["still awaited", { isAwaited: true }, { outcome: "wait" }],
    ["on its way", { lines: came("damaged", "new", "new"), isUnderWay: true }, { outcome: "wait" }],
    [
      "more than the cap",
      { outsideMinor: 900_000, lines: [{ quantity: 1, refundedMinor: 900_000, came: [] }] },
      { outcome: "claim", cause: "never_came", amountMinor: 500_000 },
    ],
    [
      "a cap of another currency",
      { currency: "GBP", outsideMinor: 900_000, lines: [{ quantity: 1, refundedMinor: 900_000, came: [] }] },
      { outcome: "claim", cause: "never_came", amountMinor: 900_000 },
    ],
  ] as const)("%s", (_name, rest, expected) => {
    expect(assess(rest as Partial<ClaimFacts>)).toEqual(expected);
  });

  it("is never more than was refunded, and never nothing that is called a claim", () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 9 }),
      refundedMinor: fc.integer({ min: 0, max: 100_000 }),
      came: fc.array(fc.constantFrom(...CONDITIONS), { maxLength: 12 }),
    });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 300_000 }),
        (lines, outsideMinor) => {
          const found = assess({ lines, outsideMinor });
          if (found.outcome !== "claim") return;
          expect(found.amountMinor).toBeGreaterThan(0);
          expect(found.amountMinor).toBeLessThanOrEqual(outsideMinor);
          expect(found.amountMinor).toBeLessThanOrEqual(lines.reduce((sum, one) => sum + one.refundedMinor, 0));
        },
      ),
    );
  });

  it("is asked for within sixty days of the day after, where the shop is", () => {
    expect(claimDueAt("2026-07-14", "America/Los_Angeles", programme).toISOString()).toBe("2026-09-13T06:59:59.999Z");
  });
});
