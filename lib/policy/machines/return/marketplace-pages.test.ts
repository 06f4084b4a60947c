import { expect, it } from "vitest";
import { COUNTRIES } from "@/lib/kernel/countries";
import { marketplacePages } from "./marketplace-pages";

const ORDER = "114-5551234-7654321";

it("P-19 leads to the order, and to its return request, in Seller Central of the store's country", () => {
  expect(marketplacePages("amazon", "US", ORDER)).toEqual([
    {
      kind: "returns",
      href: `https://sellercentral.amazon.com/gp/returns/list?searchType=orderId&keywordSearch=${ORDER}&preSelectedRange=365`,
      isUndocumented: true,
    },
    { kind: "order", href: `https://sellercentral.amazon.com/orders-v3/order/${ORDER}`, isUndocumented: false },
  ]);
  expect(marketplacePages("amazon", "GB", ORDER)[1]?.href).toContain("//sellercentral.amazon.co.uk/");
  expect(marketplacePages("amazon", "JP", ORDER)[1]?.href).toContain("//sellercentral.amazon.co.jp/");
});

it("says of an address that is only known from use that it is", () => {
  expect(marketplacePages("aliexpress", "ES", "8163552070000123")).toEqual([
    {
      kind: "order",
      href: "https://gsp.aliexpress.com/apps/order/detail?orderId=8163552070000123",
      isUndocumented: true,
    },
  ]);
});

it.each([
  ["amazon", "CH", ORDER],
  ["amazon", "US", "SHOP-1001"],
  ["amazon", "US", `${ORDER}/../../evil`],
  ["aliexpress", "ES", "SHOP-1001"],
  ["own", "US", ORDER],
])("guesses no address for %s in %s and order %s", (marketplace, country, order) => {
  expect(marketplacePages(marketplace, country, order)).toEqual([]);
});

it("knows Seller Central in every country of the set-up but those where Amazon has no store of its own", () => {
  const without = Object.keys(COUNTRIES).filter((country) => marketplacePages("amazon", country, ORDER).length === 0);
  expect(without).toEqual(["CL", "PT", "CZ", "CH", "UA", "RU", "IL", "KR", "CN", "HK"]);
});
