import fc from "fast-check";
import { expect, it } from "vitest";
import { sharesOf } from "./shares";
import { type OrderTender, paymentsOf, settledPayments, tenderOf, tendersAfter, tendersTold } from "./tenders";

const minor = fc.integer({ min: 0, max: 9_000_000 });
const tender: fc.Arbitrary<OrderTender> = fc.record({
  tender: fc.constantFrom("card", "gift_card", "store_credit", "Klarna"),
  reference: fc.constantFrom("", "pi_1", "ch_2"),
  amountMinor: fc.option(minor, { nil: null }),
});
const tenders = fc.array(tender, { maxLength: 5 }).map(tendersTold);
const sum = (parts: readonly { amountMinor: number }[]) => parts.reduce((all, one) => all + one.amountMinor, 0);

it("M15 the payments of an order come to what was paid, each tender once and none with nothing", () => {
  fc.assert(
    fc.property(minor, tenders, (paid, told) => {
      const parts = paymentsOf(paid, told);
      expect(sum(parts)).toBe(paid);
      expect(parts.every(({ amountMinor }) => amountMinor > 0)).toBe(true);
      expect(new Set(parts.map((part) => part.tender + part.reference)).size).toBe(parts.length);
    }),
  );
});

it("M15 M10 a refund is split by the order's own tenders to the last minor unit, and never beyond one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_000_000 }), tenders, fc.nat(100), (paid, told, percent) => {
      const parts = paymentsOf(paid, told);
      const amount = Math.floor((paid * percent) / 100);
      const shares = sharesOf(
        amount,
        parts.map(({ amountMinor }) => amountMinor),
      );
      expect(shares.reduce((all, one) => all + one, 0)).toBe(amount);
      expect(shares.every((share, at) => share >= 0 && share <= (parts[at]?.amountMinor ?? 0))).toBe(true);
    }),
  );
});

it("M15 what a later file says of the tenders takes nothing back that went, and leaves what was paid", () => {
  fc.assert(
    fc.property(minor, tenders, tenders, fc.nat(100), (paid, first, later, percent) => {
      const before = paymentsOf(paid, first).map((part, at) => {
        return { ...part, id: String(at), refundedMinor: Math.floor((part.amountMinor * percent) / 100) };
      });
      const { kept, added } = settledPayments(before, paymentsOf(paid, later));
      expect(sum([...kept, ...added])).toBe(paid);
      expect(kept.every(({ amountMinor, refundedMinor }) => amountMinor >= refundedMinor)).toBe(true);
    }),
  );
});

it("the same file again adds nothing, and one that says how much adds only that", () => {
  fc.assert(
    fc.property(tenders, tenders, (known, told) => {
      const once = tendersAfter(known, told);
      expect(tendersAfter(once, told)).toEqual(once);
    }),
  );
  const card = { tender: "card", reference: "pi_1" };
  const unknown = [{ ...card, amountMinor: null }];
  expect(tendersAfter(unknown, [{ ...card, amountMinor: 500 }])).toEqual([{ ...card, amountMinor: 500 }]);
  expect(tendersAfter([{ ...card, amountMinor: 500 }], unknown)).toEqual([{ ...card, amountMinor: 500 }]);
});

it("P-29 a word for a tender that nobody knows is kept as it came", () => {
  expect(["Shopify Payments", "gift_card", "礼品卡", "Klarna Sofort "].map(tenderOf)).toEqual([
    ...["card", "gift_card", "gift_card", "Klarna Sofort"],
  ]);
});
