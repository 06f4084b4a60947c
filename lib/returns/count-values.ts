import type { Tx } from "@/db/client";
import { COUNTED_AT_MOST } from "./returns-filter";
import { countFilters } from "./returns-list";
import { type CountedValue, RETURNS, type ReturnFilter, seenBy } from "./shared/filter";

type Viewer = { sellerId: string; now: Date; viewerId: string };
type Asked = { filter: ReturnFilter; by: CountedValue; values: readonly string[] };

/** How many returns each value would find alone, beside the other filters that are on; what means nothing finds none. */
export async function countValues(tx: Tx, { sellerId, now, viewerId }: Viewer, { filter, by, values }: Asked) {
  const known = [...new Set(values)].filter((value) => RETURNS.filters[by].accepts([value]));
  if (known.length === 0) return {};
  const filters = Object.fromEntries(known.map((value) => [value, seenBy({ ...filter, [by]: [value] }, viewerId)]));
  return countFilters(tx, { sellerId, at: now, sort: filter.sort }, filters, COUNTED_AT_MOST);
}
