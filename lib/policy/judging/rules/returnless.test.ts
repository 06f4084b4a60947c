import { describe, expect, it } from "vitest";
import { mergeTerms } from "../../terms/merge-terms";
import type { Terms } from "../../terms/terms";
import { lineToJudge } from "../line-to-judge";
import { aLine, type Case, factsOf, judge, operationOf, reasonOf, termsOf } from "../testing";
import { returnless } from "./returnless";

type Rule = Terms["returnless"]["rules"][number];
const aRule = (rule: Partial<Rule> = {}): Rule => ({
  name: "Cheap",
  categories: [],
  reasons: [],
  minMinor: null,
  maxMinor: 1000,
  resolution: "refund",
  ...rule,
});
const withRules = (...rules: Rule[]): Case["terms"] => ({ returnless: { rules } });
const ruleOf = (given: Case) => reasonOf("returnless", given);
const price = (amountMinor: number | null, orderedQuantity = 1) => ({ amountMinor, orderedQuantity, quantity: 1 });

describe("what the buyer may keep", () => {
  it.each([
    [999, 1, "keep_item"],
    [1000, 1, "keep_item"],
    [1001, 1, "none"],
    [2000, 2, "keep_item"],
    [2001, 2, "keep_item"],
    [2002, 2, "none"],
  ] as const)("S4-14 %i for %i units with a rule up to 1000 each: %s", (amount, ordered, effect) => {
    expect(ruleOf({ line: price(amount, ordered), terms: withRules(aRule()) })?.effect).toBe(effect);
  });

  it("S4-14 an unknown price is within no limit, and said to be unknown", () => {
    const given: Case = { line: price(null), terms: withRules(aRule()) };
    expect(ruleOf(given)).toMatchObject({ outcome: "unknown", effect: "none" });
    expect(ruleOf({ line: price(null), terms: withRules(aRule({ maxMinor: null })) })?.effect).toBe("keep_item");
  });

  it.each([
    [{ categories: ["kitchen "] }, "keep_item"],
    [{ categories: ["Garden"] }, "none"],
    [{ reasons: ["no_longer_needed"] }, "keep_item"],
    [{ reasons: ["defective"] }, "none"],
    [{ minMinor: 501 }, "none"],
  ] as [Partial<Rule>, string][])("S4-14 a rule reaches by category, reason and price (%j: %s)", (rule, effect) => {
    expect(ruleOf({ line: price(500), terms: withRules(aRule(rule)) })?.effect).toBe(effect);
  });

  it("S4-14 of several rules the first that fits counts, with what the buyer gets", () => {
    const broken = aRule({ name: "Broken", reasons: ["defective"], resolution: "replacement" });
    const given: Case = { line: { ...price(500), reason: "CR-DEFECTIVE" }, terms: withRules(broken, aRule()) };
    expect(ruleOf(given)).toMatchObject({ name: "Broken", resolution: "replacement" });
    expect(judge(given)).toMatchObject({
      keepItem: { because: "rule", name: "Broken", resolution: "replacement" },
      automation: { answer: "ask", because: "returnless" },
    });
  });

  it("P-10 a request under two versions asks each in its own order, and gets the better resolution", () => {
    const [replaced, refunded] = [aRule({ name: "A", resolution: "replacement" }), aRule({ name: "Z" })];
    const merged = (first: Rule[], second: Rule[]) =>
      mergeTerms(termsOf({ terms: withRules(...first) }), termsOf({ terms: withRules(...second) }));
    const line = aLine(price(500));
    const kept = (terms: ReturnType<typeof merged>) =>
      returnless.answer(factsOf({ line }), lineToJudge(factsOf({ line }), line, terms), terms, operationOf({}));
    expect(kept(merged([replaced, refunded], [replaced, refunded]))?.name).toBe("A");
    expect(kept(merged([replaced, refunded], [refunded, replaced]))).toMatchObject({ name: "Z", resolution: "refund" });
    expect(kept(merged([replaced], []))).toMatchObject({ name: "A", resolution: "replacement" });
  });

  it("S4-14 a parcel is kept only where every line of it is", () => {
    const lines = [aLine({ id: "a", ...price(500) }), aLine({ id: "b", ...price(5000) })];
    expect(judge({ lines, terms: withRules(aRule()) }).keepItem).toBeNull();
    expect(judge({ lines: lines.slice(0, 1), terms: withRules(aRule()) }).keepItem?.because).toBe("rule");
  });

  it("S4-14 out of policy nothing is given away", () => {
    expect(judge({ line: price(500), requestedOn: "2026-06-01", terms: withRules(aRule()) }).keepItem).toBeNull();
  });

  it("S0-20 has no part in a free return: the goods go to a warehouse of the platform", () => {
    const given: Case = { channel: { programme: "free_return" }, line: price(500), terms: withRules(aRule()) };
    expect(ruleOf(given)).toBeNull();
    expect(judge({ ...given, requestedOn: "2026-01-10" }).keepItem).toBeNull();
  });
});

describe("without a return address in the buyer's country", () => {
  const terms: Case["terms"] = { returnless: { noLocalAddressUpToMinor: 2500 } };
  it.each([
    [2500, "CN", "keep_item"],
    [2501, "CN", "none"],
    [2500, null, "keep_item"],
    [null, "CN", "none"],
  ] as const)("P-17 an item of %s with the address in %s: %s", (amount, returnCountry, effect) => {
    expect(ruleOf({ channel: { returnCountry }, line: price(amount), terms })).toMatchObject({ effect });
  });

  it("P-17 asks where the order went, and says nothing where the address is near", () => {
    expect(ruleOf({ line: price(2500), terms })).toBeNull();
    const away = ruleOf({ order: { shipCountry: "CA" }, line: price(2500), terms });
    expect(away).toMatchObject({ because: "no_local_address", resolution: "refund", upToMinor: 2500 });
  });
});

describe("worth the way back", () => {
  const costs = (costMinor: number | null, costAbroadMinor: number | null = null): Case["operation"] => ({
    labels: { costMinor, costAbroadMinor },
  });
  it.each([
    [2001, 2000, "keep_item"],
    [2000, 2000, "none"],
    [500, 2000, "none"],
  ] as const)("S2-10 a way of %i for goods of %i: %s", (cost, value, effect) => {
    expect(reasonOf("worth_returning", { line: price(value), operation: costs(cost) })).toMatchObject({
      effect,
      costMinor: cost,
      valueMinor: value,
    });
  });

  it("S2-10 counts all units that come back, and only what is known", () => {
    const lines = [aLine({ id: "a", ...price(1500) }), aLine({ id: "b", ...price(1000) })];
    expect(reasonOf("worth_returning", { lines, operation: costs(2000) })).toMatchObject({
      effect: "none",
      valueMinor: 2500,
    });
    expect(reasonOf("worth_returning", { line: price(null), operation: costs(2000) })?.outcome).toBe("unknown");
    expect(reasonOf("worth_returning", { line: price(1), operation: costs(null) })).toBeNull();
  });

  it("S2-10 suggests keeping it with a full refund, whoever pays, and holds no automation back", () => {
    const given: Case = { line: price(1000), operation: { ...costs(2000), automation: { choice: "all" } } };
    expect(judge(given)).toMatchObject({
      keepItem: { because: "cost", resolution: "refund" },
      automation: { answer: "authorize" },
    });
  });

  it("S2-10, S4-11 names who pays by the freight table", () => {
    const given: Case = {
      line: price(1),
      operation: costs(2000),
      terms: { freightByReason: { no_longer_needed: "seller" } },
    };
    expect(reasonOf("worth_returning", given)?.paidBy).toBe("seller");
    expect(reasonOf("reason_and_fault", given)).toMatchObject({ fault: "buyer", effect: "seller_pays" });
  });

  it("S2-10, S4-12 a parcel abroad costs what it costs abroad, and the seller pays", () => {
    const given: Case = { channel: { returnCountry: "CN" }, line: price(2000), operation: costs(500, 2500) };
    expect(reasonOf("worth_returning", given)).toMatchObject({
      effect: "keep_item",
      costMinor: 2500,
      paidBy: "seller",
    });
  });
});

it("S4-14 what was paid in another currency meets no price of a rule, and the reason says so", () => {
  const given: Case = { line: price(null), otherCurrency: "JPY", terms: withRules(aRule()) };
  const said = { outcome: "unknown", effect: "none", otherCurrency: "JPY", currency: "USD" };
  expect(ruleOf(given)).toMatchObject(said);
  expect(ruleOf({ terms: withRules(aRule()) })).not.toHaveProperty("otherCurrency");
});
