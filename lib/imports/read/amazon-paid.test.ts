import { expect, it } from "vitest";
import { madeUpOrders } from "../testdata/made-up-orders";
import { inPieces, type MadeUpCells } from "../testdata/made-up-report";
import { readReport } from "./read-report";

/** What is known to have been paid for a row of an all-orders report, as a number of minor units. */
async function paidFor(cells: MadeUpCells, columns?: string[]): Promise<number | null | undefined> {
  const bytes = inPieces(madeUpOrders([cells], columns), 900);
  const read = await readReport({ name: "orders.txt", bytes, currency: "USD" });
  if (!read.ok || read.holds !== "orders") throw new Error("no order report");
  for await (const event of read.rows) {
    if (event.kind === "refused") throw new Error(event.refusal.code);
    return event.row.line?.paidMinor;
  }
  throw new Error("no row");
}

const US = { "sales-channel": "Amazon.com", "item-price": "20.00", "item-tax": "1.65", "shipping-tax": "0.25" };
const DE = {
  ...{ "sales-channel": "Amazon.de", "ship-country": "AT", currency: "EUR", "item-price": "23.80", "item-tax": "3.80" },
  ...{ "shipping-price": "4.00", "gift-wrap-price": "2.00" },
};

it.each([
  ["in the US tax is added", US, 2490],
  ["an empty cell is none", { ...US, "item-tax": "", "shipping-tax": "" }, 2300],
  ["in the EU it is in the prices", DE, 2980],
  [
    "what was taken off there was not paid",
    { ...DE, "item-promotion-discount": "3.80", "ship-promotion-discount": "4" },
    2200,
  ],
  ["in the UK too", { ...DE, "sales-channel": "Amazon.co.uk", "ship-country": "GB", currency: "GBP" }, 2980],
  [
    "in Japan too",
    {
      ...DE,
      "sales-channel": "Amazon.co.jp",
      "ship-country": "JP",
      currency: "JPY",
      "item-price": "1200",
      "shipping-price": "350",
      "gift-wrap-price": "",
      "item-tax": "109",
    },
    1550,
  ],
  ["nothing was paid for a cancelled item", { ...US, quantity: "0", "item-price": "" }, 0],
])("what was paid is certain where Amazon says whether tax is in the price: %s", async (_, cells, minor) => {
  expect(await paidFor(cells)).toBe(minor);
});

it.each([
  ["a discount in the US, whose tax is not told", { ...US, "item-promotion-discount": "5.00" }],
  ["a country where it depends", { ...US, "sales-channel": "Amazon.ca", "ship-country": "CA", currency: "CAD" }],
  ["a parcel that leaves the EU", { ...DE, "ship-country": "CH" }],
  ["a parcel that leaves the US", { ...US, "ship-country": "MX" }],
  ["a sale elsewhere", { ...US, "sales-channel": "Non-Amazon" }],
  ["no price yet", { ...US, "item-price": "" }],
  ["an amount that is none", { ...US, "item-tax": "n/a" }],
])("what was paid stays unknown: %s", async (_, cells) => {
  expect(await paidFor(cells)).toBeNull();
});

it("what was paid stays unknown where a company buys, or a column is missing", async () => {
  const columns = [...Object.keys(DE), "amazon-order-id", "purchase-date", "fulfillment-channel", "sku", "quantity"];
  const rest = ["shipping-tax", "gift-wrap-tax", "item-promotion-discount", "ship-promotion-discount"];
  expect(await paidFor(DE, [...columns, ...rest])).toBe(2980);
  expect(await paidFor(DE, columns)).toBeNull();
  expect(await paidFor({ ...DE, "is-business-order": "true" }, [...columns, ...rest, "is-business-order"])).toBeNull();
});
