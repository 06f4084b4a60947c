import { expect, it } from "vitest";
import { factsOfCase, madeUpCaseSchema } from "./made-up-case";
import { factsOf } from "./testing";

const typed = {
  category: " ",
  sku: "KIT-1",
  priceMinor: 1250,
  quantity: "2",
  ordered: "3",
  reason: "defective",
  orderedOn: "2026-01-01",
  deliveredOn: "",
  requestedOn: "2026-01-20",
  country: "us",
  outbound: "",
};

it("what is left empty is unknown, and the line's amount is that of all units ordered", () => {
  const { order, lines } = factsOfCase(madeUpCaseSchema.parse(typed), factsOf({}).channel);
  expect(order).toMatchObject({ deliveredOn: null, outbound: null, shipCountry: "US" });
  expect(lines).toMatchObject([
    { category: null, sku: "KIT-1", quantity: 2, orderedQuantity: 3, amountMinor: 3750, reason: "defective" },
  ]);
});

it.each([{ requestedOn: "" }, { quantity: "0" }, { country: "USA" }, { orderedOn: "2026-02-30" }])(
  "a case that cannot be read is none: %o",
  (wrong) => {
    expect(madeUpCaseSchema.safeParse({ ...typed, ...wrong }).success).toBe(false);
  },
);
