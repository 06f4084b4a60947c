import { derived, remembered } from "@/lib/kernel/remembered";

/** SKUs and categories are typed by people and by marketplaces: case and outer spaces do not tell them apart. */
export const plainName = remembered((name: string): string => name.trim().toLowerCase());

const namesOf = derived((list: readonly string[]) => new Set(list.map(plainName)));

export const isListed = (name: string | null, list: readonly string[]): boolean =>
  name !== null && list.length > 0 && namesOf(list).has(plainName(name));

type Reach = {
  categories: readonly string[];
  reasons: readonly string[];
  minMinor: number | null;
  maxMinor: number | null;
};

/** Whether a rule reaches an item: an empty list and an open end leave it open; what is unknown is within no limit. */
export function isReached(
  { categories, reasons, minMinor, maxMinor }: Reach,
  item: { category: string | null; reason: string; priceMinor: number | null },
): boolean {
  const { category, reason, priceMinor } = item;
  if (categories.length > 0 && !isListed(category, categories)) return false;
  if (reasons.length > 0 && !isListed(reason, reasons)) return false;
  if (minMinor === null && maxMinor === null) return true;
  return priceMinor !== null && priceMinor >= (minMinor ?? 0) && priceMinor <= (maxMinor ?? Number.POSITIVE_INFINITY);
}
