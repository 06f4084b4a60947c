import { describe, expect, it } from "vitest";
import { evaluationSchema } from "./evaluation";
import { headline } from "./headline";
import { aLine, type Case, judge } from "./testing";

const late: Case = { requestedOn: "2026-02-09" };
const excluded: Case = { terms: { notReturnable: { skus: ["SKU-1"] } } };
const report = (isInPolicy: boolean | null): Case => ({
  channel: { mode: "mirrored" },
  reported: { isInPolicy, labelType: "AmazonPrePaidLabel", labelPaidBy: "Customer" },
});

describe("the verdict", () => {
  it.each([
    ["an ordinary request", {}, "in_policy"],
    ["a late one", late, "out_of_policy"],
    ["an excluded SKU", excluded, "not_returnable"],
    ["a late one of an excluded SKU", { ...late, ...excluded }, "not_returnable"],
    ["too many units", { line: { quantity: 3 } }, "out_of_policy"],
    [
      "a counterfeit as a free return",
      { channel: { programme: "free_return" }, line: { reason: "Counterfeit" } },
      "out_of_policy",
    ],
  ] as [string, Case, string][])("P-25 of %s is right", (_what, given, verdict) => {
    expect(judge(given)).toMatchObject({ verdict, ours: verdict, reported: null, differs: false });
  });

  it("P-25 of a return is the worst of its lines, and each line keeps its own", () => {
    const lines = [aLine({ id: "a" }), aLine({ id: "b", sku: "SKU-9" }), aLine({ id: "c", quantity: 5 })];
    const judged = judge({ lines, terms: { notReturnable: { skus: ["SKU-9"] } } });
    expect(judged.verdict).toBe("not_returnable");
    expect(judged.lines.map(({ lineId, verdict }) => [lineId, verdict])).toEqual([
      ["a", "in_policy"],
      ["b", "not_returnable"],
      ["c", "out_of_policy"],
    ]);
  });

  it("P-25 exempt stands beside the verdict and changes nothing of it", () => {
    const judged = judge({
      channel: { hasPrepaid: true },
      line: { skuRule: { exemptReason: "other", automation: null } },
    });
    expect(judged).toMatchObject({ verdict: "in_policy", isExempt: true, isPrepaidEligible: false });
    expect(judged.label.kind).toBe("unpaid");
  });

  it("states every rule that applies, in the order of the list", () => {
    const rulesOf = (given: Case) => judge(given).lines[0]?.reasons.map(({ rule }) => rule);
    const common = ["return_window", "category_returnable", "sku_returnable", "quantity"];
    expect(rulesOf({})).toEqual([...common, "reason_and_fault", "prepaid", "restocking"]);
    expect(rulesOf(report(true))).toEqual([...common, "reason_and_fault", "prepaid", "restocking", "reported"]);
    expect(rulesOf({ channel: { programme: "free_return" } })).toEqual([
      ...common,
      "free_return_covered",
      "one_free_return",
      "reason_and_fault",
    ]);
  });

  it("keeps the versions it was judged by, and survives being stored", () => {
    const judged = judge({ ...late, ...report(true) });
    expect(judged.policy).toEqual({
      orderVersionId: "version-1",
      orderVersion: 1,
      requestVersionId: "version-1",
      requestVersion: 1,
    });
    expect(evaluationSchema.parse(JSON.parse(JSON.stringify(judged)))).toEqual(judged);
  });
});

describe("the report's word", () => {
  it.each([
    [true, {}, "in_policy", "in_policy", false],
    [true, late, "in_policy", "out_of_policy", true],
    [true, excluded, "in_policy", "not_returnable", true],
    [false, {}, "out_of_policy", "in_policy", true],
    [false, late, "out_of_policy", "out_of_policy", false],
    [false, excluded, "not_returnable", "not_returnable", false],
    [null, late, "out_of_policy", "out_of_policy", false],
  ] as [boolean | null, Case, string, string, boolean][])(
    "P-21 In policy %s decides on a mirrored channel, ours stands beside it",
    (isInPolicy, given, verdict, ours, differs) => {
      const judged = judge({ ...given, ...report(isInPolicy) });
      expect(judged).toMatchObject({ verdict, ours, differs, reported: isInPolicy });
      expect(judged.lines[0]?.verdict).toBe(verdict);
    },
  );

  it("P-21 decides nothing on a managed channel", () => {
    expect(judge({ ...report(false), channel: {} })).toMatchObject({
      verdict: "in_policy",
      reported: null,
      differs: false,
    });
  });
});

describe("the label", () => {
  const prepaid = { hasPrepaid: true };
  it.each([
    ["S1-11 unpaid, the buyer's freight", {}, "unpaid", "buyer"],
    ["S4-11 unpaid, but the seller's fault", { line: { reason: "CR-DEFECTIVE" } }, "unpaid", "seller"],
    ["S4-12 unpaid, but to another country", { channel: { returnCountry: "CN" } }, "unpaid", "seller"],
    ["P-01 prepaid in policy, charged to the buyer", { channel: prepaid }, "prepaid", "buyer"],
    [
      "P-01 prepaid, charged to the seller at fault",
      { channel: prepaid, line: { reason: "CR-SWITCHEROO" } },
      "prepaid",
      "seller",
    ],
    [
      "P-01 prepaid, charged to the carrier",
      { channel: prepaid, line: { reason: "CR-DAMAGED_BY_CARRIER" } },
      "prepaid",
      "carrier",
    ],
    ["P-01 unpaid out of policy", { ...late, channel: prepaid }, "unpaid", "buyer"],
    [
      "S0-13 prepaid by the marketplace",
      { requestedOn: "2026-01-10", channel: { programme: "free_return" } },
      "prepaid",
      "marketplace",
    ],
    [
      "S0-04 no free label for what is not covered",
      { requestedOn: "2026-01-10", channel: { programme: "free_return" }, line: { reason: "Counterfeit" } },
      "unpaid",
      "seller",
    ],
  ] as [string, Case, string, string][])("%s", (_title, given, kind, paidBy) => {
    expect(judge(given).label).toEqual({ kind, paidBy });
  });

  it("P-01 of several lines one at the seller's fault makes the parcel the seller's", () => {
    const lines = [aLine({ id: "a" }), aLine({ id: "b", reason: "CR-DEFECTIVE" })];
    expect(judge({ lines }).label.paidBy).toBe("seller");
  });

  it.each([
    [{}, true],
    [late, false],
    [{ operation: { exemptions: { categories: ["Kitchen"] } } }, false],
  ] as [Case, boolean][])("S2-02 is prepaid-eligible only in policy and not exempt (%#)", (given, expected) => {
    expect(judge({ ...given, channel: prepaid }).isPrepaidEligible).toBe(expected);
    expect(judge({ ...given, channel: { hasPrepaid: false } }).isPrepaidEligible).toBe(false);
  });
});

describe("the window of a return", () => {
  it("S1-21 is that of the line whose window closes last", () => {
    const lines = [aLine({ id: "a", category: "Baby" }), aLine({ id: "b", category: "Electronics" })];
    const byCategory = [
      { category: "Electronics", days: 14 },
      { category: "Baby", days: 90 },
    ];
    expect(judge({ lines, terms: { window: { byCategory } } }).window).toEqual({
      startsOn: "2026-01-04",
      endsOn: "2026-04-04",
      days: 90,
      from: "delivery",
      transitDays: 0,
      basis: "category",
    });
  });

  it("is known even of a return without lines", () => {
    const judged = judge({ lines: [] });
    expect(judged).toMatchObject({ verdict: "in_policy", window: { endsOn: "2026-02-03" } });
    expect(headline(judged)).toBeNull();
  });
});

describe("the headline", () => {
  it.each([
    ["the window where all is well", {}, "return_window"],
    ["what made it out of policy", { line: { quantity: 3 } }, "quantity"],
    ["the worst of two", { ...late, ...excluded }, "sku_returnable"],
    ["the report that overrules ours", { ...late, ...report(true) }, "reported"],
    ["the report that decides against", report(false), "reported"],
    ["our own reason where the report agrees", { ...late, ...report(false) }, "return_window"],
  ] as [string, Case, string][])("P-25 is %s", (_what, given, rule) => {
    expect(headline(judge(given))?.rule).toBe(rule);
  });
});
