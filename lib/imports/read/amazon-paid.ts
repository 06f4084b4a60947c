import { parseMinor } from "@/lib/kernel/money";

const EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

type Place = { isTaxInside: boolean; shipsTo: readonly string[] };
const inside = (shipsTo: readonly string[]): Place => ({ isTaxInside: true, shipsTo });

/**
 * Where Amazon's documentation leaves no doubt whether a price in its order reports has the tax in it: in the EU, the UK
 * and Japan it does, in the US tax is added. Elsewhere, and for parcels that leave these places, it depends.
 */
const PLACES = new Map<string, Place>([
  ...["amazon.de", "amazon.fr", "amazon.it", "amazon.es", "amazon.nl", "amazon.se"].map(
    (channel) => [channel, inside(EU)] as const,
  ),
  ["amazon.co.uk", inside(["GB"])],
  ["amazon.co.jp", inside(["JP"])],
  ["amazon.com", { isTaxInside: false, shipsTo: ["US"] }],
]);

const PAID_COLUMNS = [
  "item-price",
  "item-tax",
  "shipping-price",
  "shipping-tax",
  "gift-wrap-price",
  "gift-wrap-tax",
  "item-promotion-discount",
  "ship-promotion-discount",
] as const;
type PaidColumn = (typeof PAID_COLUMNS)[number];

export const isPaidColumn = (name: string): boolean =>
  PAID_COLUMNS.some((column) => column === name.trim().toLowerCase());

type Told = {
  salesChannel: string | null;
  shipCountry: string | null;
  currency: string;
  quantity: number | null;
  isBusiness: boolean;
  /** What stands in a column; null where the report has no such column. */
  text: (column: PaidColumn) => string | null;
};

/** What a buyer paid for one row of an all-orders report, in minor units; null where the report does not say it for certain. */
export function amazonPaid({ salesChannel, shipCountry, currency, quantity, isBusiness, text }: Told): number | null {
  if (quantity === 0) return 0;
  const place = PLACES.get(salesChannel?.trim().toLowerCase() ?? "");
  // A company may buy without tax, or have it taken off.
  if (!place || shipCountry === null || !place.shipsTo.includes(shipCountry) || isBusiness) return null;
  const amounts = PAID_COLUMNS.map((column) => amountOf(text(column), currency));
  if (amounts.includes(null) || text("item-price")?.trim() === "") return null;
  const sum = (...columns: PaidColumn[]) =>
    columns.reduce((total, column) => total + (amounts[PAID_COLUMNS.indexOf(column)] ?? 0), 0);
  const prices = sum("item-price", "shipping-price", "gift-wrap-price");
  const off = sum("item-promotion-discount", "ship-promotion-discount");
  if (place.isTaxInside) return off > prices ? null : prices - off;
  // Less tax is paid on what was taken off, and the report does not say how much less.
  return off > 0 ? null : prices + sum("item-tax", "shipping-tax", "gift-wrap-tax");
}

/** An empty cell of a column that is there is none; null: no such column, or no amount. */
function amountOf(text: string | null, currency: string): number | null {
  if (text === null) return null;
  const plain = text.trim();
  if (plain === "") return 0;
  return /^\d{1,12}(\.\d+)?$/.test(plain) ? parseMinor(plain, currency) : null;
}
