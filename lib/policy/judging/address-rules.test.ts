import { describe, expect, it } from "vitest";
import type { Operation } from "../terms/terms";
import { addressRuleFor } from "./address-rules";

type Rule = Operation["addressRules"][number];
const aRule = (name: string, rule: Partial<Rule> = {}): Rule => ({
  name,
  addressId: "019ab000-0000-7000-8000-000000000000",
  categories: [],
  reasons: [],
  minMinor: null,
  maxMinor: null,
  ...rule,
});
const line = { category: "Kitchen", reason: "defective", amountMinor: 2000, orderedQuantity: 1 };

describe("where a parcel goes back to", () => {
  it("S1-14 without a fitting rule to the channel's default", () => {
    expect(addressRuleFor([], [line])).toBeNull();
    expect(addressRuleFor([aRule("Toys", { categories: ["Toys"] })], [line])).toBeNull();
    expect(addressRuleFor([aRule("All")], [])).toBeNull();
  });

  it("S1-14 by the rule that says most: category before reason before price, then the first", () => {
    const rules = [
      aRule("All"),
      aRule("Price", { minMinor: 1000 }),
      aRule("Reason", { reasons: ["defective"], maxMinor: 5000 }),
      aRule("Category", { categories: ["kitchen"] }),
      aRule("Category again", { categories: ["Kitchen"] }),
    ];
    expect(addressRuleFor(rules, [line])?.name).toBe("Category");
    expect(addressRuleFor(rules.slice(0, 3), [line])?.name).toBe("Reason");
    expect(addressRuleFor(rules.slice(0, 2), [line])?.name).toBe("Price");
    expect(addressRuleFor(rules.slice(0, 2), [{ ...line, amountMinor: null }])?.name).toBe("All");
  });

  it("S1-14 only by a rule that reaches every line of the parcel", () => {
    const rules = [aRule("Kitchen", { categories: ["Kitchen"] }), aRule("Dear", { minMinor: 1500 })];
    expect(addressRuleFor(rules, [line, { ...line, category: "Toys" }])?.name).toBe("Dear");
    expect(addressRuleFor(rules, [line, { ...line, category: "Toys", amountMinor: 10 }])).toBeNull();
  });
});
