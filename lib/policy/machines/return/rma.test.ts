import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCharacter, isForeignGenerated, readRma, rmaFor, rmaFormatProblem } from "./rma";

const of = (number: number) => ({ number, requestedOn: "2026-11-20" });
const rma = (number: number, format?: string) => rmaFor(of(number), format);

describe("a generated RMA", () => {
  it("S1-07 carries the return's number and a check character of ISO 7064 MOD 37,36", () => {
    // The worked example of the Global Release Identifier, which uses the same scheme.
    expect(checkCharacter("A12425GABC1234002")).toBe("M");
    expect(rma(1234)).toMatch(/^RMA-1234-[0-9A-Z]$/);
    expect(rma(1234)).toBe(rma(1234));
  });

  it("S1-10 betrays every mistyped digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), fc.nat(), fc.nat(9), (number, place, digit) => {
        const digits = String(number);
        const at = place % digits.length;
        const mistyped = `${digits.slice(0, at)}${digit}${digits.slice(at + 1)}`;
        fc.pre(mistyped !== digits);
        expect(checkCharacter(`RMA${mistyped}`)).not.toBe(checkCharacter(`RMA${digits}`));
      }),
    );
  });

  it("S1-10 betrays nearly every pair of swapped digits", () => {
    const swaps = Array.from({ length: 90 }, (_, index) => String(index + 10)).filter(([a, b]) => a !== b);
    const unseen = swaps.filter((pair) => {
      const swapped = pair.split("").reverse().join("");
      return checkCharacter(`RMA4${swapped}7`) === checkCharacter(`RMA4${pair}7`);
    });
    expect(unseen.length).toBeLessThanOrEqual(2);
  });

  it("S1-07 fits the rule for RMA numbers", () => {
    fc.assert(fc.property(fc.nat(), (number) => readRma(rma(number)) === rma(number)));
  });
});

describe("the seller's own RMA", () => {
  it.each([
    ["abc-123", "ABC-123"],
    ["  ABC123  ", "ABC123"],
    ["ＲＭＡ－１２３", "RMA-123"],
    ["A".repeat(40), "A".repeat(40)],
    ["A1B", "A1B"],
  ])("S1-07 %s is taken as %s", (typed, taken) => {
    expect(readRma(typed)).toBe(taken);
  });

  it.each(["", "AB", "A".repeat(41), "A B C", "A_B_C", "退货-123", "=1+1", "-ABC", "ABC-", "ABC\nDEF"])(
    "S1-07 '%s' is refused",
    (typed) => {
      expect(readRma(typed)).toBeNull();
    },
  );

  it("S1-07 numbers of the generated form are reserved for the return they belong to", () => {
    expect(isForeignGenerated(rma(7), of(7))).toBe(false);
    expect(isForeignGenerated(rma(8), of(7))).toBe(true);
    expect(isForeignGenerated("RMA-7-?", of(7))).toBe(false);
    expect(isForeignGenerated("ABC-7", of(7))).toBe(false);
  });
});

it.each([
  ["RMA-{number}-{check}", null],
  ["{yyyy}{number:8}", null],
  ["RMA-{yyyy}", "rma_number_missing"],
  ["{number}{number}", "rma_number_missing"],
  ["{check}-{number}", "rma_check_last"],
  ["rma {number}", "rma_bad_characters"],
  [`${"A".repeat(60)}{number}`, "too_long"],
])("S1-07 of the format %s it is told what is wrong: %s", (format, problem) => {
  expect(rmaFormatProblem(format)).toBe(problem);
});
