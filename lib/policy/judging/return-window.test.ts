import { describe, expect, it } from "vitest";
import { type Case, reasonOf } from "./testing";

const windowOf = (given: Case) => reasonOf("return_window", given);
const holiday = {
  basis: "bought",
  boughtFrom: "2025-11-01",
  boughtTo: "2026-01-02",
  returnableUntil: "2026-02-28",
  label: "Winter",
} as const;

describe("the return window", () => {
  it.each([
    ["2026-02-03", "pass", 0],
    ["2026-02-04", "fail", 1],
    ["2026-02-09", "fail", 6],
  ] as const)(
    "S1-20 30 days from delivery on Jan 4: requested on %s is a %s, %i days late",
    (on, outcome, lateDays) => {
      expect(windowOf({ requestedOn: on })).toMatchObject({
        outcome,
        lateDays,
        effect: outcome === "fail" ? "out_of_policy" : "none",
        startsOn: "2026-01-04",
        endsOn: "2026-02-03",
        days: 30,
        from: "delivery",
        basis: "general",
      });
    },
  );

  it("P-21 without a delivery date it counts from the order date plus the transit allowance, and says so", () => {
    expect(windowOf({ order: { deliveredOn: null } })).toMatchObject({
      startsOn: "2026-01-11",
      endsOn: "2026-02-10",
      from: "order",
      transitDays: 10,
    });
    expect(windowOf({})).toMatchObject({ from: "delivery", transitDays: 0 });
  });

  it.each([
    ["Electronics", 14, "category", "2026-01-18"],
    [" electronics ", 14, "category", "2026-01-18"],
    ["Baby", 90, "category", "2026-04-04"],
    ["Kitchen", 30, "general", "2026-02-03"],
    [null, 30, "general", "2026-02-03"],
  ] as const)("S1-20 category %s has %i days by its %s row", (category, days, basis, endsOn) => {
    const byCategory = [
      { category: "Electronics", days: 14 },
      { category: "Baby", days: 60 },
      { category: "Baby", days: 90 },
    ];
    expect(windowOf({ line: { category }, terms: { window: { byCategory } } })).toMatchObject({ days, basis, endsOn });
  });

  it.each([
    ["2025-11-01", "2025-11-05", "2026-02-28", "holiday"],
    ["2026-01-02", "2026-01-05", "2026-02-28", "holiday"],
    ["2025-10-31", "2025-11-05", "2025-12-05", "general"],
    ["2026-01-03", "2026-01-05", "2026-02-04", "general"],
    ["2026-01-02", "2026-02-10", "2026-03-12", "general"],
  ])("P-09 bought %s, delivered %s: returnable until %s (%s)", (orderedOn, deliveredOn, endsOn, basis) => {
    const given: Case = { order: { orderedOn, deliveredOn }, terms: { window: { holidays: [holiday] } } };
    expect(windowOf(given)).toMatchObject({ endsOn, basis, holiday: basis === "holiday" ? "Winter" : null });
  });

  it.each([
    ["2025-10-30", "2025-11-02", "2026-02-28"],
    ["2026-01-02", "2026-01-03", "2026-02-05"],
    ["2025-11-02", null, "2026-02-05"],
  ])(
    "P-09 a row that goes by the day of shipping asks for nothing else: bought %s, shipped %s",
    (orderedOn, shippedOn, endsOn) => {
      const holidays = [{ ...holiday, basis: "shipped" as const }];
      const order = { orderedOn, shippedOn, deliveredOn: "2026-01-06" };
      expect(windowOf({ order, terms: { window: { holidays } } })).toMatchObject({ endsOn });
    },
  );

  it("P-09 of several holiday rows the latest counts", () => {
    const later = { ...holiday, returnableUntil: "2026-03-15", label: "Longer" };
    for (const holidays of [
      [holiday, later],
      [later, holiday],
    ])
      expect(windowOf({ terms: { window: { holidays } } })).toMatchObject({ endsOn: "2026-03-15", holiday: "Longer" });
  });
});

describe("the window of a free return", () => {
  const free = (order: Case["order"]) =>
    windowOf({ channel: { programme: "free_return" }, ...(order ? { order } : {}) });

  it("S0-01 15 days after receipt", () => {
    expect(free({})).toMatchObject({ endsOn: "2026-01-19", days: 15, basis: "after_receipt", outcome: "fail" });
  });

  it("S0-06 15 extra days after the promised delivery, where that is later", () => {
    expect(free({ promisedOn: "2026-01-20" })).toMatchObject({ endsOn: "2026-02-04", basis: "after_promise" });
    expect(free({ promisedOn: "2026-01-02" })).toMatchObject({ endsOn: "2026-01-19", basis: "after_receipt" });
  });

  it("P-21 counts from the order date where receipt is unknown", () => {
    expect(free({ deliveredOn: null })).toMatchObject({ startsOn: "2026-01-11", endsOn: "2026-01-26", from: "order" });
  });
});
