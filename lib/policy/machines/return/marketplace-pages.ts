/** Where a marketplace shows an order or its return request. */
export type MarketplacePage = {
  kind: "order" | "returns";
  href: string;
  /** Seen in use, but described by the marketplace nowhere: the page may have moved, and the screen says so. */
  isUndocumented: boolean;
};

/** Seller Central's host by the country of the store. */
const SELLER_CENTRAL: Record<string, string> = {
  AE: "sellercentral.amazon.ae",
  AU: "sellercentral.amazon.com.au",
  BE: "sellercentral.amazon.com.be",
  BR: "sellercentral.amazon.com.br",
  CA: "sellercentral.amazon.ca",
  DE: "sellercentral.amazon.de",
  EG: "sellercentral.amazon.eg",
  ES: "sellercentral.amazon.es",
  FR: "sellercentral.amazon.fr",
  GB: "sellercentral.amazon.co.uk",
  IE: "sellercentral.amazon.ie",
  IN: "sellercentral.amazon.in",
  IT: "sellercentral.amazon.it",
  JP: "sellercentral.amazon.co.jp",
  MX: "sellercentral.amazon.com.mx",
  NL: "sellercentral.amazon.nl",
  PL: "sellercentral.amazon.pl",
  SA: "sellercentral.amazon.sa",
  SE: "sellercentral.amazon.se",
  SG: "sellercentral.amazon.sg",
  TR: "sellercentral.amazon.com.tr",
  US: "sellercentral.amazon.com",
  ZA: "sellercentral.amazon.co.za",
};

const AMAZON_ORDER = /^\d{3}-\d{7}-\d{7}$/;
const ALIEXPRESS_ORDER = /^\d{10,20}$/;

function amazonPages(country: string, orderNumber: string): MarketplacePage[] {
  const host = SELLER_CENTRAL[country];
  if (!host || !AMAZON_ORDER.test(orderNumber)) return [];
  const search = new URLSearchParams({ searchType: "orderId", keywordSearch: orderNumber, preSelectedRange: "365" });
  return [
    { kind: "returns", href: `https://${host}/gp/returns/list?${search}`, isUndocumented: true },
    { kind: "order", href: `https://${host}/orders-v3/order/${orderNumber}`, isUndocumented: false },
  ];
}

/** The marketplace's own pages of an order, best first; none where its address is not known to us. */
export function marketplacePages(marketplace: string, country: string, orderNumber: string): MarketplacePage[] {
  if (marketplace === "amazon") return amazonPages(country, orderNumber);
  if (marketplace !== "aliexpress" || !ALIEXPRESS_ORDER.test(orderNumber)) return [];
  const href = `https://gsp.aliexpress.com/apps/order/detail?orderId=${orderNumber}`;
  return [{ kind: "order", href, isUndocumented: true }];
}
