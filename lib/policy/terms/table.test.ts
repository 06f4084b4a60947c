import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amount, lines, number } from "./kinds";
import { TERMS } from "./rows";
import { terms } from "./table";

/** Terms of another house: how toys are lent. */
const LENDING = terms([
  number({
    path: "loan.days",
    what: "loan",
    unit: "days",
    most: 90,
    initially: 14,
    section: "loan",
    floor: { at: "loan.days", code: "too_short" },
  }),
  number({ path: "wear", what: "wear", unit: "percent", most: 100, initially: 10, section: null }),
  amount({ path: "loan.freeUpToMinor", what: "free", section: "loan", floor: { at: "freeUpTo", code: "too_dear" } }),
  lines({
    path: "never.toys",
    what: "toys",
    section: "never",
    initially: [],
    change: (toy: string, isAdded: boolean) => ({ kind: "never", toy, isAdded }) as const,
  }),
]);
const lent = (days: number, wear: number, freeUpToMinor: number | null, toys: string[]) => ({
  loan: { days, freeUpToMinor },
  wear,
  never: { toys },
});
const a = lent(14, 10, null, ["Knife", "Ball"]);
const b = lent(7, 5, 500, ["ball", "Robot"]);
const any = fc
  .tuple(fc.nat(90), fc.nat(100), fc.option(fc.nat(900)), fc.array(fc.constantFrom("Ball", "Knife", "Robot")))
  .map((values) => lent(...values));

describe("a table of terms", () => {
  it("makes terms of its rows, and completes what was written before a row was there", () => {
    expect(LENDING.initially).toEqual(lent(14, 10, null, []));
    expect(LENDING.completed({ loan: { days: 30 }, wear: 0 })).toEqual(lent(30, 0, null, []));
    expect(LENDING.completed({ loan: { freeUpToMinor: null } })).toEqual(LENDING.initially);
  });

  it("merges each row to the more generous, whichever side came first", () => {
    expect(LENDING.merge(a, b)).toEqual(lent(14, 5, 500, ["Ball"]));
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(LENDING.merge(one, other)).toEqual(LENDING.merge(other, one));
        expect(LENDING.diff(LENDING.merge(one, one), one)).toEqual([]);
      }),
    );
  });

  it("names what differs, row by row", () => {
    expect(LENDING.diff(a, b)).toEqual([
      { kind: "days", what: "loan", from: 14, to: 7 },
      { kind: "percent", what: "wear", from: 10, to: 5 },
      { kind: "amount", what: "free", from: null, to: 500 },
      { kind: "never", toy: "Robot", isAdded: true },
      { kind: "never", toy: "Knife", isAdded: false },
    ]);
  });

  it("finds what is stricter than a floor and raises it, and nothing else", () => {
    const floor = { loan: { days: 10 }, freeUpTo: 400 };
    expect(LENDING.breaches(lent(7, 100, 100, []), floor)).toEqual([
      { path: ["loan", "days"], code: "too_short", name: null, yours: 7, floor: 10 },
      { path: ["loan", "freeUpToMinor"], code: "too_dear", name: null, yours: 100, floor: 400 },
    ]);
    fc.assert(
      fc.property(any, (given) => {
        const raised = LENDING.raise(given, LENDING.breaches(given, floor));
        expect(LENDING.breaches(raised, floor)).toEqual([]);
        expect([raised.wear, raised.never]).toEqual([given.wear, given.never]);
        expect(LENDING.raise(given, [])).toEqual(given);
      }),
    );
  });

  it("is typed into a form and read from it again; what is no number is none", () => {
    const facts = { currency: "USD", reasons: [] };
    expect(LENDING.typed(b, facts)).toEqual({
      "loan.days": "7",
      wear: "5",
      "loan.freeUpToMinor": "5.00",
      "never.toys": "ball\nRobot",
    });
    fc.assert(
      fc.property(any, (given) => {
        expect(LENDING.read(LENDING.typed(given, facts), facts)).toEqual(given);
      }),
    );
    const typed = { ...LENDING.typed(a, facts), "loan.days": "soon" };
    expect(LENDING.read(typed, facts).loan.days).toBeNaN();
  });
});

it("P-10 terms that were published before a term was there are read with what it began as", () => {
  const { window, ...rest } = TERMS.initially;
  const { transitAllowanceDays: _, ...before } = window;
  expect(TERMS.completed({ ...rest, window: before })).toEqual(TERMS.initially);
});
