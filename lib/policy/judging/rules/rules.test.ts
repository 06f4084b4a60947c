import { describe, expect, it } from "vitest";
import { type Case, reasonOf } from "../testing";

describe("what cannot be returned", () => {
  it.each([
    ["Grocery", "fail", "not_returnable"],
    [" GROCERY ", "fail", "not_returnable"],
    ["Kitchen", "pass", "none"],
    [null, "unknown", "none"],
  ] as const)("P-25 category %s: %s, %s", (category, outcome, effect) => {
    const given: Case = { line: { category }, terms: { notReturnable: { categories: ["Grocery"] } } };
    expect(reasonOf("category_returnable", given)).toMatchObject({ outcome, effect, category });
  });

  it.each([
    ["SKU-9", "fail", "not_returnable"],
    ["SKU-1", "pass", "none"],
    [null, "unknown", "none"],
  ] as const)("P-25 SKU %s: %s, %s", (sku, outcome, effect) => {
    const given: Case = { line: { sku }, terms: { notReturnable: { skus: ["SKU-9"] } } };
    expect(reasonOf("sku_returnable", given)).toMatchObject({ outcome, effect, sku });
  });

  it("an unknown category or SKU does not matter where nothing is excluded", () => {
    expect(reasonOf("category_returnable", { line: { category: null } })?.outcome).toBe("pass");
    expect(reasonOf("sku_returnable", { line: { sku: null } })?.outcome).toBe("pass");
  });
});

describe("quantity", () => {
  it.each([
    [1, 0, 2, "pass", "none"],
    [2, 0, 2, "pass", "none"],
    [1, 1, 2, "pass", "none"],
    [2, 1, 2, "fail", "out_of_policy"],
    [3, 0, 2, "fail", "out_of_policy"],
    [9, 9, null, "unknown", "none"],
  ] as const)("P-11 %i requested and %i elsewhere of %s ordered: %s", (quantity, already, ordered, outcome, effect) => {
    const line = { quantity, alreadyReturnedQuantity: already, orderedQuantity: ordered };
    expect(reasonOf("quantity", { line })).toMatchObject({ outcome, effect });
  });
});

describe("reason and fault", () => {
  it.each([
    ["CR-DEFECTIVE", "seller", "seller_pays", "info"],
    ["CR-UNWANTED_ITEM", "buyer", "buyer_pays", "info"],
    ["UNWANTED_ITEM", "buyer", "buyer_pays", "info"],
    ["CR-DAMAGED_BY_CARRIER", "carrier", "carrier_pays", "info"],
    ["XX-NEVER-SEEN-CODE", "buyer", "buyer_pays", "unknown"],
    ["constructor", "buyer", "buyer_pays", "unknown"],
  ] as const)("P-07, S4-11 %s is the %s's: %s", (reason, fault, effect, outcome) => {
    expect(reasonOf("reason_and_fault", { line: { reason } })).toMatchObject({ fault, effect, outcome, reason });
  });

  it("P-07 the table is the channel's, by our words or by an unknown code without its prefix", () => {
    const reasons = { quality: "seller", BRAND_NEW: "carrier" } as const;
    const terms = { faultByReason: { reasons } };
    expect(reasonOf("reason_and_fault", { line: { reason: "CR-QUALITY_UNACCEPTABLE" }, terms })?.fault).toBe("seller");
    expect(reasonOf("reason_and_fault", { line: { reason: "CR-BRAND_NEW" }, terms })?.fault).toBe("carrier");
  });

  it.each([
    ["CN", "seller_pays", true],
    ["US", "buyer_pays", false],
    [null, "buyer_pays", false],
  ] as const)("S4-12 to a return address in %s: %s", (returnCountry, effect, isAbroad) => {
    expect(reasonOf("reason_and_fault", { channel: { returnCountry } })).toMatchObject({ effect, isAbroad });
  });

  it("S0-02 a free return costs the buyer nothing, whatever the reason", () => {
    const channel = { programme: "free_return" } as const;
    for (const reason of ["Ordered by mistake", "found cheaper", "No longer needed"])
      expect(reasonOf("reason_and_fault", { channel, line: { reason } })?.effect).toBe("marketplace_pays");
  });
});

describe("the prepaid programme", () => {
  const exempt = { exemptReason: "heavy_bulky", automation: null } as const;

  it.each([
    [false, exempt, "Kitchen", "unpaid_label", null],
    [true, null, "Kitchen", "prepaid_label", null],
    [true, { exemptReason: null, automation: "manual" }, "Kitchen", "prepaid_label", null],
    [true, exempt, "Kitchen", "exempt", "sku"],
    [true, exempt, "Garden", "exempt", "sku"],
    [true, null, " garden ", "exempt", "category"],
    [true, null, null, "prepaid_label", null],
  ] as const)("P-01, P-02, S1-11 programme on: %s, %j in %s: %s", (hasPrepaid, skuRule, category, effect, exemptBy) => {
    const operation = { exemptions: { categories: ["Garden"] } };
    const given: Case = { channel: { hasPrepaid }, line: { skuRule, category }, operation };
    expect(reasonOf("prepaid", given)).toMatchObject({ effect, exemptBy, outcome: "info" });
  });

  it("P-01 has no part in a free return", () => {
    expect(reasonOf("prepaid", { channel: { programme: "free_return", hasPrepaid: true } })).toBeNull();
  });
});

describe("what a free return covers", () => {
  it.each(["Counterfeit", "Empty parcel", "Quantity shortage", "CR-SWITCHEROO"])(
    "S0-04 %s takes the dispute path",
    (reason) => {
      const given: Case = { channel: { programme: "free_return" }, line: { reason } };
      expect(reasonOf("free_return_covered", given)).toMatchObject({ outcome: "fail", effect: "dispute_path" });
      expect(reasonOf("reason_and_fault", given)?.effect).toBe("seller_pays");
    },
  );

  it.each(["Ordered by mistake", "CR-DEFECTIVE", "XX-NEVER-SEEN-CODE"])("S0-02 %s is covered", (reason) => {
    const given: Case = { channel: { programme: "free_return" }, line: { reason } };
    expect(reasonOf("free_return_covered", given)).toMatchObject({ outcome: "pass", effect: "none" });
  });

  it("S0-04 has no part in a seller-fulfilled return", () => {
    expect(reasonOf("free_return_covered", { line: { reason: "Counterfeit" } })).toBeNull();
  });
});

describe("the marketplace's report", () => {
  it.each([
    [true, "pass", "in_policy"],
    [false, "fail", "out_of_policy"],
    [null, "unknown", "none"],
  ] as const)("P-21 In policy %s: %s, %s", (isInPolicy, outcome, effect) => {
    const reported = { isInPolicy, labelType: "AmazonPrePaidLabel", labelPaidBy: "Seller" };
    expect(reasonOf("reported", { channel: { mode: "mirrored" }, reported })).toMatchObject({
      outcome,
      effect,
      ...reported,
    });
  });

  it("P-21 has no part where Homeward acts, or where no report spoke", () => {
    const reported = { isInPolicy: true, labelType: null, labelPaidBy: null };
    expect(reasonOf("reported", { reported })).toBeNull();
    expect(reasonOf("reported", { channel: { mode: "mirrored" } })).toBeNull();
  });
});
