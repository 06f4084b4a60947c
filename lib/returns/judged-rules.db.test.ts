import { describe, expect, it } from "vitest";
import { skuRules } from "@/db/schema";
import { withSeller } from "@/db/tenant";
import { testDb } from "@/db/testing";
import { defaultPolicy as freeReturn } from "@/lib/policy/judging/programmes/free-return";
import { defaultPolicy } from "@/lib/policy/judging/programmes/seller-fulfilled";
import type { Operation, Terms } from "@/lib/policy/terms/terms";
import { AUTHORIZE, aStore } from "./asking-testing";

const db = await testDb();
const { terms, operation } = defaultPolicy;
const professional = { plan: "professional", hasPrepaid: true } as const;
const withTerms = (patch: Partial<Terms>): Terms => ({ ...terms, ...patch });
const automated = (patch: Partial<Operation["automation"]>): Operation => ({
  ...operation,
  automation: { ...operation.automation, ...patch },
});
/** What a rule for keeping the item reaches. */
const ANYTHING = { categories: [], reasons: [], minMinor: null };
/** Long after the window of thirty days. */
const LATE = { orderedOn: "2026-08-01", deliveredOn: "2026-08-05" };

describe("a request in a seller-fulfilled store", () => {
  it("S1-11, P-01 gets an unpaid label; in a prepaid programme a prepaid one, which out of policy it does not", async () => {
    const plain = await (await aStore(db)).request();
    expect(plain.evaluation.label).toEqual({ kind: "unpaid", paidBy: "buyer" });
    const store = await aStore(db, { hasPrepaid: true });
    expect(await store.request()).toMatchObject({
      isPrepaidEligible: true,
      evaluation: { label: { kind: "prepaid" } },
    });
    expect(await store.request(LATE)).toMatchObject({
      verdict: "out_of_policy",
      isPrepaidEligible: false,
      evaluation: { label: { kind: "unpaid" } },
    });
  });

  it("S1-18 is authorized by itself where an individual seller switched that on, with an unpaid label", async () => {
    const store = await aStore(db, { operation: automated({ choice: "all" }) });
    expect(await store.request()).toMatchObject({ status: "awaiting_return", labelKind: "unpaid" });
    expect(await store.request(LATE)).toMatchObject({ status: "awaiting_return", labelKind: "unpaid" });
  });

  it("S1-18, P-16 of a professional the choice governs what is out of policy, and nothing in policy", async () => {
    const each = await aStore(db, { ...professional, operation: automated({ choice: "each" }) });
    expect(await each.request()).toMatchObject({ status: "awaiting_return", labelKind: "prepaid" });
    expect(await each.request(LATE)).toMatchObject({ status: "authorization_required" });
    const all = await aStore(db, { ...professional, operation: automated({ choice: "all" }) });
    expect(await all.request(LATE)).toMatchObject({ status: "awaiting_return", labelKind: "unpaid" });
  });

  it("S1-19, P-02 of an exempt SKU is answered as the setting says, and never with a prepaid label", async () => {
    const answers = await Promise.all(
      (["manual", "automatic"] as const).map(async (exempt) => {
        const store = await aStore(db, { ...professional, operation: automated({ exempt }) });
        const { sellerId, channelId } = store;
        const rule = { sellerId, channelId, skuKey: "haz-1", sku: "HAZ-1", exemptReason: "dangerous" } as const;
        await withSeller(db, sellerId, (tx) => tx.insert(skuRules).values({ ...rule, updatedAt: new Date() }));
        return store.request({}, { sku: "HAZ-1" });
      }),
    );
    expect(answers).toMatchObject([
      { status: "authorization_required", isExempt: true, isPrepaidEligible: false },
      { status: "awaiting_return", isExempt: true, labelKind: "unpaid" },
    ]);
  });

  it("S1-20 has thirty days from its delivery, and in its category as many as the category has", async () => {
    const store = await aStore(db, { categoryDays: [{ category: "Baby", days: 90 }] });
    const asked = async (deliveredOn: string, category: string) =>
      (await store.request({ orderedOn: "2026-08-20", deliveredOn }, { category })).verdict;
    expect(await asked("2026-10-21", "Shoes")).toBe("in_policy");
    expect(await asked("2026-10-20", "Shoes")).toBe("out_of_policy");
    expect(await asked("2026-08-22", "Baby")).toBe("in_policy");
    expect(await asked("2026-08-21", "Baby")).toBe("out_of_policy");
  });

  it("P-09 is in policy until the day that its holiday row names, by the day it was bought", async () => {
    const row = { basis: "bought", boughtFrom: "2026-07-01", boughtTo: "2026-08-01", label: "Summer" } as const;
    const holidays = [{ ...row, returnableUntil: "2026-11-20" }];
    const store = await aStore(db, { terms: withTerms({ window: { ...terms.window, holidays } }) });
    expect((await store.request(LATE)).verdict).toBe("in_policy");
    expect((await store.request({ ...LATE, orderedOn: "2026-08-02" })).verdict).toBe("out_of_policy");
  });

  it("P-25 has the verdict of its worst line, and exempt beside it", async () => {
    const store = await aStore(db, {
      hasPrepaid: true,
      terms: withTerms({ notReturnable: { categories: ["Gift cards"], skus: [] } }),
      operation: { ...operation, exemptions: { categories: ["Handmade"] } },
    });
    const both = await store.request({}, { category: "Gift cards" }, { category: "Handmade" });
    expect(both).toMatchObject({ verdict: "not_returnable", isExempt: true });
    expect(await store.request({}, { category: "Handmade" })).toMatchObject({ verdict: "in_policy", isExempt: true });
  });

  it("P-07 follows the fault of its reason in the store's own table, and keeps the buyer's reason as it came", async () => {
    const faultByReason = { default: "buyer", reasons: { defective: "carrier" } } as const;
    const store = await aStore(db, { terms: withTerms({ faultByReason }) });
    const { evaluation } = await store.request({}, { reason: "CR-DEFECTIVE" });
    const found = evaluation.lines.flatMap(({ reasons }) => reasons).find(({ rule }) => rule === "reason_and_fault");
    expect(found).toMatchObject({ fault: "carrier", reason: "CR-DEFECTIVE" });
    expect(evaluation.label.paidBy).toBe("carrier");
  });

  it("S4-11 near by costs the buyer the way back, unless the seller is at fault", async () => {
    const store = await aStore(db);
    const payer = async (reason: string) =>
      (await store.request({ shipCountry: "US" }, { reason })).evaluation.label.paidBy;
    expect(await payer("UNWANTED_ITEM")).toBe("buyer");
    expect(await payer("DEFECTIVE")).toBe("seller");
  });

  it("S4-12 from another country costs the seller the way back, whatever the reason", async () => {
    const store = await aStore(db);
    const abroad = await store.request({ shipCountry: "CA" }, { reason: "UNWANTED_ITEM" });
    expect(abroad.evaluation.label.paidBy).toBe("seller");
  });

  it("S2-10 whose way back costs more than the goods suggests keeping them, whoever pays", async () => {
    const store = await aStore(db, { labelCostMinor: 900 });
    const kept = async (amountMinor: number, reason: string) =>
      (await store.request({}, { amountMinor, quantity: 1, reason })).evaluation.keepItem;
    expect(await kept(899, "UNWANTED_ITEM")).toMatchObject({ because: "cost", resolution: "refund" });
    expect(await kept(899, "DEFECTIVE")).toMatchObject({ because: "cost", resolution: "refund" });
    expect(await kept(901, "UNWANTED_ITEM")).toBeNull();
  });

  it("S4-14, P-17 of little value may keep the item: by a rule, or for want of an address near by", async () => {
    const rule = {
      name: "Small",
      ...ANYTHING,
      maxMinor: 1000,
      resolution: "refund" as const,
    };
    const small = await aStore(db, {
      terms: withTerms({ returnless: { rules: [rule], noLocalAddressUpToMinor: null } }),
    });
    const asked = { quantity: 1, amountMinor: 1000 };
    expect((await small.request({}, asked)).evaluation.keepItem).toMatchObject({ because: "rule", name: "Small" });
    expect((await small.request({}, { ...asked, amountMinor: 1001 })).evaluation.keepItem).toBeNull();
    const far = await aStore(db, {
      hasAddress: false,
      terms: withTerms({ returnless: { rules: [], noLocalAddressUpToMinor: 2500 } }),
    });
    const keepItem = (await far.request({}, { quantity: 1, amountMinor: 2500 })).evaluation.keepItem;
    expect(keepItem).toMatchObject({ because: "no_local_address" });
  });
});

describe("a request in a free-return store", () => {
  const free = (patch: Partial<Parameters<typeof aStore>[1] & object> = {}) =>
    aStore(db, { programme: "free_return", ...patch });

  it("S0-02 without a cause, as with one, costs the buyer nothing", async () => {
    const store = await free();
    for (const reason of ["ORDERED_BY_MISTAKE", "FOUND_CHEAPER", "NO_LONGER_NEEDED", "DEFECTIVE"]) {
      const { verdict, evaluation } = await store.request({}, { reason });
      expect([verdict, evaluation.label]).toEqual(["in_policy", { kind: "prepaid", paidBy: "marketplace" }]);
    }
  });

  it.each(["COUNTERFEIT", "EMPTY_PARCEL", "SHORT_QUANTITY", "WRONG_ITEM"])(
    "S0-04 for %s takes the dispute path: no free label, and nothing by itself",
    async (reason) => {
      const store = await free({
        operation: { ...freeReturn.operation, automation: automated({ choice: "all" }).automation },
      });
      const { status, evaluation } = await store.request({}, { reason });
      expect(status).toBe("authorization_required");
      expect(evaluation.automation.because).toBe("dispute_path");
      expect(evaluation.label.paidBy).not.toBe("marketplace");
    },
  );

  it("S0-05 is free in the countries of the store's table, and elsewhere the buyer's to pay", async () => {
    const store = await free();
    for (const shipCountry of ["RU", "ES", "PT", "KR"])
      expect((await store.request({ shipCountry })).evaluation.label.paidBy).toBe("marketplace");
    expect((await store.request({ shipCountry: "NZ" })).evaluation.label).toEqual({ kind: "unpaid", paidBy: "buyer" });
  });

  it("S0-01, S0-06 is in time for 15 days after receipt, or 15 after the promised day where that is later", async () => {
    const store = await free();
    const verdict = async (deliveredOn: string, promisedOn: string | null = null) =>
      (await store.request({ orderedOn: "2026-10-01", deliveredOn, promisedOn })).verdict;
    expect(await verdict("2026-11-05")).toBe("in_policy");
    expect(await verdict("2026-11-04")).toBe("out_of_policy");
    expect(await verdict("2026-11-04", "2026-11-05")).toBe("in_policy");
    expect(await verdict("2026-11-04", "2026-11-04")).toBe("out_of_policy");
  });

  it("S0-13, S0-15 only the first of an order is free; what is sent apart later is freight of the buyer", async () => {
    const store = await free();
    const { orderId, lines } = await store.order({}, [{}, { sku: "SKU-2" }]);
    const [first, second] = [
      await store.ask({ orderId, lines: lines.slice(0, 1) }),
      await store.ask({ orderId, lines: lines.slice(1) }),
    ];
    expect(first.evaluation.label).toEqual({ kind: "prepaid", paidBy: "marketplace" });
    expect(second).toMatchObject({ verdict: "in_policy", evaluation: { label: { kind: "unpaid", paidBy: "buyer" } } });
    expect((await store.request()).evaluation.label.paidBy).toBe("marketplace");
  });

  it("S0-29 is free only where its lines carry the mark", async () => {
    const store = await free();
    expect((await store.request({}, { hasFreeReturn: true })).evaluation.label.paidBy).toBe("marketplace");
    const mixed = await store.request({}, { hasFreeReturn: true }, { hasFreeReturn: false });
    expect(mixed.evaluation.label).toEqual({ kind: "unpaid", paidBy: "buyer" });
  });

  it("S0-20 keeps nothing: however small, the goods go to the platform's warehouse", async () => {
    const rule = {
      name: "All",
      ...ANYTHING,
      maxMinor: null,
      resolution: "refund" as const,
    };
    const store = await free({
      terms: { ...freeReturn.terms, returnless: { rules: [rule], noLocalAddressUpToMinor: 99_999 } },
    });
    expect((await store.request({}, { quantity: 1, amountMinor: 1 })).evaluation.keepItem ?? null).toBeNull();
  });

  it("S0-21, P-15 once authorized the buyer has five days to fetch the label", async () => {
    const store = await free();
    const { id } = await store.request();
    expect((await store.move(id, AUTHORIZE)).moved).toEqual([id]);
    expect((await store.find(id)).nextDueAt).toEqual(new Date("2026-11-25T18:00:00Z"));
  });
});
