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

const channel = { ...factsOf({}).channel, reasonFaults: { ZIP_STUCK: "seller" as const } };

it("what is left empty is unknown, and the line's amount is that of all units ordered", () => {
  const { order, lines } = factsOfCase(madeUpCaseSchema.parse(typed), channel);
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

it("P-07 a case with a reason of the seller's own has the fault that is said of it", () => {
  const { lines } = factsOfCase(madeUpCaseSchema.parse({ ...typed, reason: "CR-ZIP_STUCK" }), channel);
  expect(lines[0]?.reasonFault).toBe("seller");
});
