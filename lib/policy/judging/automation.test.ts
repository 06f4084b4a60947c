import { describe, expect, it } from "vitest";
import type { Operation } from "../terms/terms";
import { aLine, type Case, judge } from "./testing";

type Settings = Partial<Operation["automation"]>;
const LATE = "2026-02-09";

const answer = (given: Case, automation: Settings = {}) => {
  const decided = judge({ ...given, operation: { ...given.operation, automation } }).automation;
  return `${decided.answer}: ${decided.because}`;
};

const professional: Case = { channel: { plan: "professional", hasPrepaid: true } };
const individual: Case = { channel: { plan: "individual" } };
const exempt = { skuRule: { exemptReason: "heavy_bulky", automation: null } } as const;
const exemptSku: Case = { line: exempt };
const exemptCategory: Case["operation"] = { exemptions: { categories: ["Kitchen"] } };

describe("a professional plan", () => {
  it.each(["each", "all", "policy"] as const)(
    "S1-03, P-16 in policy is authorized whatever the choice (%s)",
    (choice) => {
      expect(answer(professional, { choice })).toBe("authorize: professional_in_policy");
      expect(answer(professional, { choice, withinDays: 1 })).toBe("authorize: professional_in_policy");
    },
  );

  it.each([
    ["each", "ask: choice_each"],
    ["all", "authorize: choice_all"],
    ["policy", "ask: out_of_policy"],
  ] as const)("S1-05, S1-18, P-16 out of policy follows the choice %s", (choice, expected) => {
    expect(answer({ ...professional, requestedOn: LATE }, { choice })).toBe(expected);
  });

  it.each([
    ["each", "ask: choice_each"],
    ["all", "authorize: choice_all"],
    ["policy", "authorize: choice_policy"],
  ] as const)("P-16 an exempt category follows the choice %s", (choice, expected) => {
    expect(answer({ ...professional, operation: exemptCategory }, { choice })).toBe(expected);
  });
});

describe("an individual plan", () => {
  it.each([
    ["each", "ask: choice_each", "ask: choice_each"],
    ["all", "authorize: choice_all", "authorize: choice_all"],
    ["policy", "authorize: choice_policy", "ask: out_of_policy"],
  ] as const)("S4-01, S1-05, S1-18 choice %s: in policy %s, out of policy %s", (choice, inside, outside) => {
    expect(answer(individual, { choice })).toBe(inside);
    expect(answer({ ...individual, requestedOn: LATE }, { choice })).toBe(outside);
  });

  it("S1-18 the buyer gets an unpaid label", () => {
    expect(judge({ ...individual, operation: { automation: { choice: "all" } } }).label.kind).toBe("unpaid");
  });

  it.each(["all", "policy"] as const)(
    "S4-01 choice %s reaches orders up to the limit in days and no older",
    (choice) => {
      expect(answer(individual, { choice, withinDays: 19 })).toMatch(/^authorize/);
      expect(answer(individual, { choice, withinDays: 18 })).toBe("ask: older_than_limit");
    },
  );

  it("S4-01 states the limit and the age of the order", () => {
    const operation: Case["operation"] = { automation: { choice: "all", withinDays: 18 } };
    expect(judge({ ...individual, operation }).automation).toMatchObject({ withinDays: 18, orderAgeDays: 19 });
  });
});

describe("an exempt SKU", () => {
  it.each([professional, { channel: { hasPrepaid: true } }])(
    "S1-19, P-02 waits for a person when set to manual (%#)",
    (given) => {
      for (const choice of ["each", "all", "policy"] as const)
        expect(answer({ ...given, ...exemptSku }, { choice, exempt: "manual" })).toBe("ask: exempt_manual");
    },
  );

  it.each([professional, { channel: { hasPrepaid: true } }])(
    "S1-19, P-02 in policy is authorized when set to automatic (%#)",
    (given) => {
      const automatic = answer({ ...given, ...exemptSku }, { exempt: "automatic" });
      expect(automatic).toBe("authorize: exempt_automatic");
    },
  );

  it("S1-19 out of policy follows the choice even when set to automatic", () => {
    const given = { ...professional, requestedOn: LATE, ...exemptSku };
    expect(answer(given, { exempt: "automatic" })).toBe("ask: choice_each");
    expect(answer(given, { exempt: "automatic", choice: "all" })).toBe("authorize: choice_all");
  });

  it("P-02 is nothing special where the prepaid programme is off", () => {
    expect(answer({ channel: { plan: "professional" }, ...exemptSku })).toBe("authorize: professional_in_policy");
  });

  it("S1-19 one among several lines is enough", () => {
    const lines = [aLine({ id: "a", sku: "SKU-2" }), aLine({ id: "b", ...exempt })];
    expect(answer({ ...professional, lines }, { choice: "all" })).toBe("ask: exempt_manual");
  });
});

describe("a mirrored channel", () => {
  const mirrored: Case = { channel: { ...professional.channel, mode: "mirrored" } };

  it.each(["each", "all", "policy"] as const)(
    "P-20 what the marketplace left pending stays with a person (%s)",
    (choice) => {
      expect(answer(mirrored, { choice })).toBe("ask: left_by_marketplace");
    },
  );

  it("P-20 once switched on the choice decides, and S1-03 is not repeated", () => {
    expect(answer(mirrored, { choice: "each", isOnForMirrored: true })).toBe("ask: choice_each");
    expect(answer(mirrored, { choice: "policy", isOnForMirrored: true })).toBe("authorize: choice_policy");
    expect(answer(mirrored, { choice: "all", isOnForMirrored: true })).toBe("authorize: choice_all");
  });

  it("P-21 the report's word is what meets policy or not", () => {
    const reported = { isInPolicy: false, labelType: null, labelPaidBy: null };
    expect(answer({ ...mirrored, reported }, { choice: "policy", isOnForMirrored: true })).toBe("ask: out_of_policy");
  });
});

describe("what no setting authorizes", () => {
  it("P-11 more units than were ordered", () => {
    expect(answer({ ...professional, line: { quantity: 3 } }, { choice: "all" })).toBe("ask: too_many_units");
  });

  it("S0-04 what takes the dispute path", () => {
    const given: Case = {
      channel: { programme: "free_return", plan: "professional" },
      line: { reason: "Counterfeit" },
    };
    expect(answer(given, { choice: "all" })).toBe("ask: dispute_path");
  });
});
