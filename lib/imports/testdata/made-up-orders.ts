import type { MadeUpCells } from "./made-up-report";

const COLUMNS =
  "amazon-order-id|merchant-order-id|purchase-date|last-updated-date|order-status|fulfillment-channel|sales-channel|" +
  "order-channel|url|ship-service-level|product-name|sku|asin|item-status|quantity|currency|item-price|item-tax|" +
  "shipping-price|shipping-tax|gift-wrap-price|gift-wrap-tax|item-promotion-discount|ship-promotion-discount|" +
  "ship-city|ship-state|ship-postal-code|ship-country|promotion-ids";

const USUAL: MadeUpCells = {
  "amazon-order-id": "111-0000001-0000001",
  "purchase-date": "2026-07-11T04:30:00+00:00",
  "order-status": "Shipped",
  "fulfillment-channel": "Merchant",
  "product-name": "Test item",
  sku: "SKU-1",
  asin: "B000000001",
  quantity: "2",
  currency: "USD",
  "item-price": "21.38",
  "shipping-price": "3.00",
  "ship-city": "Springfield",
  "ship-postal-code": "00000",
  "ship-country": "US",
};

/** The text of an all-orders report with one line for each given row, in any order of columns. */
export function madeUpOrders(rows: MadeUpCells[], columns = COLUMNS.split("|")): string {
  const lines = rows.map((cells) => columns.map((column) => ({ ...USUAL, ...cells })[column] ?? "").join("\t"));
  return [columns.join("\t"), ...lines, ""].join("\r\n");
}

const SHIPPING =
  "order-id|order-item-id|purchase-date|payments-date|reporting-date|promise-date|days-past-promise|buyer-email|" +
  "buyer-phone-number|sku|product-name|quantity-purchased|quantity-shipped|quantity-to-ship|ship-service-level|" +
  "recipient-name|ship-address-1|ship-address-2|ship-address-3|ship-city|ship-state|ship-postal-code|ship-country|" +
  "is-business-order|purchase-order-number|price-designation|is-prime";

const UNSHIPPED: MadeUpCells = {
  "order-id": "111-0000001-0000001",
  "order-item-id": "100000000000001",
  "purchase-date": "2026-07-11T04:30:00+00:00",
  "promise-date": "2026-07-20T06:59:59+00:00",
  "buyer-email": "masked@marketplace.example",
  "buyer-phone-number": "5550100",
  sku: "SKU-1",
  "product-name": "Test item",
  "quantity-purchased": "2",
  "quantity-shipped": "0",
  "quantity-to-ship": "2",
  "recipient-name": "Ada Example",
  "ship-address-1": "1 Secret Lane",
  "ship-country": "US",
};

/** The text of a report of orders to be shipped, in its 27 columns. */
export const madeUpShipping = (rows: MadeUpCells[]): string =>
  [
    SHIPPING.replaceAll("|", "\t"),
    ...rows.map((cells) =>
      SHIPPING.split("|")
        .map((column) => ({ ...UNSHIPPED, ...cells })[column] ?? "")
        .join("\t"),
    ),
    "",
  ].join("\n");
