import { describe, expect, it } from "vitest";
import { drafted, EMPTY_DRAFT, type RefundDraft } from "./refund-draft";
import type { OfferLine, RefundOffer } from "./refund-offer";

const fee = (percent: number, fault: "buyer" | "seller") => ({
  ...{ percent, damagedPercent: fault === "buyer" ? 50 : 0, differentPercent: 100, isLate: percent > 0, fault },
});
const lamp: OfferLine = {
  ...{ returnLineId: "rl", lineId: "lamp", name: "Lamp", sku: null, requested: 3, received: 1, priceMinor: 4290 },
  ...{ orderedQuantity: 3, refundedQuantity: 0, fault: "buyer" },
  fees: { buyer: fee(20, "buyer"), seller: fee(0, "seller"), carrier: fee(0, "seller") },
  units: [
    { condition: "opened", quantity: 1, photos: 1 },
    { condition: null, quantity: 2, photos: 0 },
  ],
};
const offer: RefundOffer = {
  ...{ orderId: "o", returnId: "r", number: "R-1", currency: "USD", buyerName: null, outsideMinor: 0 },
  order: {
    ...{ paidMinor: 4889, refundedMinor: 0, reportedMinor: 0, shippingMinor: 599, shippingRefundedMinor: 0 },
    advancedLabelMinor: null,
  },
  lines: [lamp],
  ...{ isReturnless: false, differences: [] },
  suggestion: { steps: [], amountMinor: 0, leftMinor: null, problems: [] },
};
const of = (some: Partial<RefundDraft> = {}, more: Partial<RefundOffer> = {}) =>
  drafted({ ...offer, ...more }, { ...EMPTY_DRAFT, ...some });

describe("what somebody says of a refund", () => {
  it("P-06 is what the terms leave of what came, until it says something else", () => {
    const { rows, quote, input } = of();
    expect(rows.map(({ text }) => text)).toEqual(["11.44", "0.00"]);
    expect(quote).toMatchObject({ amountMinor: 1144, problems: [] });
    expect(input).toMatchObject({ amountMinor: 1144, units: [{ condition: "opened", quantity: 1, given: null }] });
    const typed = of({ given: { "rl.opened": "12,50" } });
    expect([typed.quote.amountMinor, typed.input.units[0]?.given]).toEqual([1250, "12,50"]);
  });

  it("is all of it with what never came and the shipping, where it is to be full", () => {
    const { quote, input } = of({ preset: "full" });
    expect(quote).toMatchObject({ amountMinor: 4889, problems: [] });
    expect(input.units.map(({ given }) => given)).toEqual(["14.30", "28.60"]);
  });

  it("P-17 gives back what the buyer keeps, as the policy says", () => {
    expect(of({}, { isReturnless: true }).input.units.map(({ condition, given }) => [condition, given])).toEqual([
      ["opened", null],
      [null, null],
    ]);
  });

  it("P-07 wants to know why somebody else is at fault, and then keeps nothing", () => {
    const { quote, unread, input } = of({ fault: "seller" });
    expect([quote.amountMinor, unread, input.faults]).toEqual([1430 + 599, ["faultNote"], { lamp: "seller" }]);
    expect(of({ fault: "seller", faultNote: "Broken" }).unread).toEqual([]);
  });

  it("P-22 wants what was refunded outside to be confirmed", () => {
    expect(of({}, { outsideMinor: 100 }).unread).toEqual(["confirmsReported"]);
    expect(of({ confirmsReported: true }, { outsideMinor: 100 }).unread).toEqual([]);
  });

  it("P-11 wants to know why what came is not what was asked back, where goods are given and nobody has said", () => {
    const differs = { differences: ["other"] } as const;
    expect(of({}, differs)).toMatchObject({ unread: ["why"], input: { difference: null } });
    expect(of({ why: "by_the_buyer" }, differs)).toMatchObject({
      ...{ unread: [], input: { difference: { reason: "by_the_buyer", note: null } } },
    });
    expect(of({ why: "something_else", whyNote: " " }, differs).unread).toEqual(["whyNote"]);
    expect(of({}, { ...differs, lines: [] }).unread).toEqual([]);
  });

  it("names each field that holds no amount", () => {
    const { unread } = of({ given: { "rl.opened": "x" }, shipping: "-1", concession: "none" });
    expect(unread).toEqual(["rl.opened", "shipping", "concession"]);
  });
});
