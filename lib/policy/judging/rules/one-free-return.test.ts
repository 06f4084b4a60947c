import { describe, expect, it } from "vitest";
import { aLine, type Case, judge, reasonOf } from "../testing";

const free: Case = { channel: { programme: "free_return" }, requestedOn: "2026-01-10" };
const ruleOf = (given: Case) => reasonOf("one_free_return", { ...free, ...given });

describe("a free return", () => {
  it.each(["RU", "US", "ES", "FR", "BR", "NL", "IL", "GB", "DE", "IT", "CA", "AU", "BE", "PT", "MX", "JP"])(
    "S0-05 is offered to buyers in %s",
    (shipCountry) => {
      expect(ruleOf({ order: { shipCountry } })).toMatchObject({ outcome: "pass", because: "first" });
    },
  );

  it("S0-05 is not offered where nobody takes the parcel: the buyer pays the way", () => {
    const given: Case = { ...free, order: { shipCountry: "AQ" } };
    expect(ruleOf(given)).toMatchObject({ effect: "own_freight", because: "country", country: "AQ" });
    expect(judge(given)).toMatchObject({ verdict: "in_policy", label: { kind: "unpaid", paidBy: "buyer" } });
  });

  it("S0-05 takes the channel's country where the order does not say", () => {
    expect(ruleOf({ channel: { programme: "free_return", country: "FR" } })).toMatchObject({ country: "FR" });
  });

  it.each([
    [0, "pass", "first", "marketplace_pays"],
    [1, "fail", "later", "buyer_pays"],
    [2, "fail", "later", "buyer_pays"],
  ] as const)(
    "S0-13, S0-15 after %i earlier ones of the order: %s, %s, %s",
    (earlierFreeReturns, outcome, because, effect) => {
      const order = { earlierFreeReturns };
      expect(ruleOf({ order })).toMatchObject({ outcome, because, earlier: earlierFreeReturns });
      expect(reasonOf("reason_and_fault", { ...free, order })?.effect).toBe(effect);
    },
  );

  it("S0-15 sent apart later it stays a local return, in policy, with the freight on the buyer", () => {
    const judged = judge({ ...free, order: { earlierFreeReturns: 1 } });
    expect(judged).toMatchObject({ verdict: "in_policy", label: { kind: "unpaid", paidBy: "buyer" } });
  });

  it.each([
    [true, "first"],
    [null, "first"],
    [false, "no_mark"],
  ] as const)("S0-29 a line with the mark %s: %s", (hasFreeReturn, because) => {
    expect(ruleOf({ line: { hasFreeReturn } })?.because).toBe(because);
  });

  it("S0-29 one line without the mark makes the parcel the buyer's to pay", () => {
    const lines = [aLine({ id: "a", hasFreeReturn: true }), aLine({ id: "b", hasFreeReturn: false })];
    expect(judge({ ...free, lines }).label).toEqual({ kind: "unpaid", paidBy: "buyer" });
    expect(judge({ ...free, lines: lines.slice(0, 1) }).label).toEqual({ kind: "prepaid", paidBy: "marketplace" });
  });

  it("S0-04, S0-13 has no part in what takes the dispute path, nor in other programmes", () => {
    expect(ruleOf({ line: { reason: "Counterfeit" } })).toBeNull();
    expect(reasonOf("one_free_return", {})).toBeNull();
  });
});
