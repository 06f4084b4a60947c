import { describe, expect, it } from "vitest";
import { aLine, type Case, judge, reasonOf } from "../testing";

const free: Case = { channel: { programme: "free_return" }, requestedOn: "2026-01-10" };
const ruleOf = (given: Case) => reasonOf("one_parcel", { ...free, ...given });

describe("a free return", () => {
  it("S0-14 says nothing of one unit that travels alone, nor in other programmes", () => {
    expect(ruleOf({})).toBeNull();
    expect(reasonOf("one_parcel", { line: { quantity: 2 } })).toBeNull();
  });

  it("S0-14 is advised to travel in one parcel: with its own units, and with what was asked for before", () => {
    expect(ruleOf({ line: { quantity: 2 } })).toMatchObject({ outcome: "info", units: 2, earlier: 0 });
    expect(ruleOf({ order: { earlierFreeReturns: 1 } })).toMatchObject({ units: 1, earlier: 1 });
  });

  it("S0-29 counts lines with the mark alone, and says nothing of one without", () => {
    const [marked, more, bare, disputed] = [
      aLine({ id: "a", hasFreeReturn: true }),
      aLine({ id: "b", hasFreeReturn: null }),
      aLine({ id: "c", hasFreeReturn: false }),
      aLine({ id: "d", reason: "Counterfeit" }),
    ];
    const said = (lines: (typeof marked)[]) =>
      judge({ ...free, lines }).lines.map(({ reasons }) => reasons.find((reason) => reason.rule === "one_parcel"));
    expect(said([marked, more, bare, disputed])).toMatchObject([{ units: 2 }, { units: 2 }, undefined, undefined]);
    expect(said([marked, bare, disputed])).toEqual([undefined, undefined, undefined]);
  });

  it("S0-05 gives no such advice where no label is offered", () => {
    expect(ruleOf({ line: { quantity: 2 }, order: { shipCountry: "AQ" } })).toBeNull();
  });
});
