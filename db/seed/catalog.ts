/** What the demo shops sell; prices in minor units of a dollar-like currency. */
export const PRODUCTS = [
  { sku: "ELEC-63", asin: "B0DEMO0063", title: "Wireless Earbuds Pro", category: "Electronics", price: 5999 },
  { sku: "ELEC-18", asin: "B0DEMO0018", title: "4K HDMI Cable 2 m", category: "Electronics", price: 999 },
  { sku: "ELEC-40", asin: "B0DEMO0040", title: "Phone Case “Clear”", category: "Electronics", price: 1299 },
  { sku: "KIT-70", asin: "B0DEMO0070", title: "Café Press 1 L", category: "Kitchen", price: 3450 },
  { sku: "KIT-40", asin: "B0DEMO0041", title: "Espresso Grinder", category: "Kitchen", price: 12900 },
  { sku: "KIT-99", asin: "B0DEMO0099", title: "Stainless Bottle 750 ml", category: "Kitchen", price: 2250 },
  { sku: "APP-57", asin: "B0DEMO0057", title: "Running Shoes 42", category: "Shoes", price: 8999 },
  { sku: "APP-21", asin: "B0DEMO0021", title: "Cotton T-Shirt, Navy, L", category: "Apparel", price: 1899 },
  { sku: "SPT-61", asin: "B0DEMO0061", title: "Yoga Mat 6 mm", category: "Sports", price: 2799 },
  { sku: "HOM-30", asin: "B0DEMO0030", title: "Desk Lamp, warm white", category: "Home", price: 3899 },
  { sku: "HOM-66", asin: "B0DEMO0066", title: "Kids’ Night Light", category: "Home", price: 1599 },
  { sku: "HND-18", asin: "B0DEMO0019", title: "Handmade Ceramic Mug", category: "Handmade", price: 2400 },
  { sku: "HAZ-46", asin: "B0DEMO0046", title: "Li-ion Battery Pack", category: "Electronics", price: 3300 },
  { sku: "GFT-05", asin: "B0DEMO0005", title: "Gift Card, printed", category: "Gift cards", price: 5000 },
] as const;
export type Product = (typeof PRODUCTS)[number];

/** A reason and what a buyer says to it; `of` names the categories that the words make sense for. */
type Saying = { reason: string; comment: string | null; of?: readonly string[] };

/** Reasons with what buyers say to them, in the language they happen to write. */
export const SAYINGS: readonly Saying[] = [
  { reason: "CR-UNWANTED_ITEM", comment: "Ordered two by accident, one is still sealed in its box." },
  { reason: "CR-DEFECTIVE", comment: "Stopped working after three days.", of: ["Electronics", "Home"] },
  { reason: "AMZ-PG-APP-TOO-SMALL", comment: "Fits like a 41. Worn once indoors.", of: ["Shoes"] },
  { reason: "CR-DAMAGED_BY_FC", comment: "盒子完好，但是杯柄断了。", of: ["Handmade", "Kitchen"] },
  {
    reason: "CR-SWITCHEROO",
    comment: "Got a blue one, ordered black.",
    of: ["Electronics", "Shoes", "Sports", "Home", "Kitchen"],
  },
  {
    reason: "CR-QUALITY_UNACCEPTABLE",
    comment: "Die Naht löst sich schon nach einer Woche.",
    of: ["Shoes", "Apparel"],
  },
  { reason: "CR-FOUND_BETTER_PRICE", comment: null },
  { reason: "CR-MISSING_PARTS", comment: "No charging cable in the box.", of: ["Electronics"] },
  {
    reason: "CR-NOT_COMPATIBLE",
    comment: "Does not fit my machine, although the page says it does.",
    of: ["Electronics", "Kitchen"],
  },
  { reason: "CR-ORDERED_WRONG_ITEM", comment: null },
  { reason: "CR-DAMAGED_BY_CARRIER", comment: "Karton und Inhalt zerdrückt." },
  { reason: "CR-MISSED_ESTIMATED_DELIVERY", comment: "Came a week after the birthday." },
  { reason: "CR-UNAUTHORIZED_PURCHASE", comment: "My son ordered this." },
  {
    reason: "AMZ-PG-BAD-DESC",
    comment: "The picture shows three pieces; one came.",
    of: ["Kitchen", "Handmade", "Apparel"],
  },
  { reason: "XX-NEVER-SEEN-CODE", comment: null },
];

/** Reasons in AliExpress' own codes. */
export const FREE_RETURN_SAYINGS: readonly Saying[] = [
  { reason: "Ordered_by_mistake@3rdIssueReason", comment: "下单时选错了颜色。" },
  { reason: "No_longer_needed@3rdIssueReason", comment: null },
  { reason: "Quantity_shortage@3rdIssueReason", comment: "Only 8 of 10 in the parcel." },
  { reason: "Defective_item@3rdIssueReason", comment: "Не включается.", of: ["Electronics", "Home"] },
  { reason: "Found_it_cheaper@3rdIssueReason", comment: null },
  { reason: "Color_not_as_described@3rdIssueReason", comment: "En la foto es azul.", of: ["Shoes", "Apparel", "Home"] },
  { reason: "Counterfeit@3rdIssueReason", comment: "The logo is wrong.", of: ["Shoes", "Apparel", "Electronics"] },
];

export const BUYERS = [
  "Dana Reyes",
  "Tom Becker",
  "Ines Duarte",
  "Priya Nair",
  "王芳",
  "Oliver Smith",
  "Amélie Laurent",
  "李强",
  "Jonas Weber",
  "Sofia Rossi",
  "Noah Kim",
  "Grace Okafor",
  "佐藤 花子",
  "Marta Nowak",
  "Lucas Silva",
  "Emma Jones",
] as const;

/** Numbers that look random and are the same on every machine (mulberry32). */
export function dice(seed: number): {
  next: () => number;
  below: (limit: number) => number;
  pick: <T>(list: readonly T[]) => T;
} {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const pick = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)];
    if (found === undefined) throw new Error("nothing to pick from");
    return found;
  };
  return { next, below, pick };
}
