import { expect, it } from "vitest";
import { factsOfCase, readCase } from "./made-up-case";
import { factsOf } from "./testing";

const typed = {
  category: " ",
  sku: "KIT-1",
  quantity: "2",
  ordered: "3",
  reason: "defective",
  orderedOn: "2026-01-01",
  deliveredOn: "",
  requestedOn: "2026-01-20",
  country: "us",
  outbound: "",
};

const read = (change = {}, priceMinor: number | null = 1250) => {
  const made = readCase({ ...typed, ...change }, priceMinor);
  if (!made) throw new Error("not read");
  return made;
};
const channel = { ...factsOf({}).channel, reasonFaults: { ZIP_STUCK: "seller" as const } };

it("what is left empty is unknown, and the line's amount is that of all units ordered", () => {
  const { order, lines } = factsOfCase(read(), channel);
  expect(order).toMatchObject({ deliveredOn: null, outbound: null, shipCountry: "US" });
  expect(lines).toMatchObject([
    { category: null, sku: "KIT-1", quantity: 2, orderedQuantity: 3, amountMinor: 3750, reason: "defective" },
  ]);
});

it.each([{ requestedOn: "" }, { quantity: "0" }, { quantity: "" }, { country: "USA" }, { orderedOn: "2026-02-30" }])(
  "a case that cannot be read is none: %o",
  (wrong) => {
    expect(readCase({ ...typed, ...wrong }, null)).toBeNull();
  },
);

it("P-07 a case with a reason of the seller's own has the fault that is said of it", () => {
  const { lines } = factsOfCase(read({ reason: "CR-ZIP_STUCK" }), channel);
  expect(lines[0]?.reasonFault).toBe("seller");
});

it("a price below nothing is none", () => {
  expect(readCase(typed, -1)).toBeNull();
});
