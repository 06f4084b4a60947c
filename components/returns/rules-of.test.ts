import { describe, expect, it } from "vitest";
import type { LineEvaluation } from "@/lib/policy/judging/evaluation";
import type { Reason } from "@/lib/policy/judging/rules";
import { rulesOf, saidOf } from "./rules-of";

const category = (name: string, isExcluded = false): Reason => ({
  rule: "category_returnable",
  outcome: isExcluded ? "fail" : "pass",
  effect: isExcluded ? "not_returnable" : "none",
  category: name,
});
const quantity: Reason = {
  rule: "quantity",
  outcome: "pass",
  effect: "none",
  requested: 1,
  alreadyReturned: 0,
  ordered: 1,
};
const line = (lineId: string, ...reasons: Reason[]): LineEvaluation => ({
  lineId,
  verdict: "in_policy",
  isExempt: false,
  reasons,
});

describe("rulesOf", () => {
  it("says a rule once where all lines came out alike, in the order of the rules", () => {
    const rows = rulesOf([line("a", category("Shoes"), quantity), line("b", category("Bags"), quantity)]);
    expect(rows.map(({ rule, lineIds }) => [rule, lineIds])).toEqual([
      ["category_returnable", ["a", "b"]],
      ["quantity", ["a", "b"]],
    ]);
  });

  it("P-25 parts the lines of a rule that passed one and failed another", () => {
    const rows = rulesOf([line("a", category("Shoes")), line("b", category("Batteries", true))]);
    expect(rows.map(({ outcome, lineIds }) => [outcome, lineIds])).toEqual([
      ["pass", ["a"]],
      ["fail", ["b"]],
    ]);
  });
});

describe("saidOf", () => {
  it("says the same words once, with the lines they are about", () => {
    const [row] = rulesOf([line("a", quantity), line("b", quantity), line("c", { ...quantity, ordered: 2 })]);
    const say = (reason: Reason) => (reason.rule === "quantity" ? `at most ${reason.ordered}` : "");
    expect(saidOf(row?.answers ?? [], say, (id) => id.toUpperCase())).toEqual([
      { text: "at most 1", names: ["A", "B"] },
      { text: "at most 2", names: ["C"] },
    ]);
  });
});
