import { faultOf } from "../judging/fault";
import { windowDays } from "../judging/return-window";
import type { Floor } from "./floor";
import type { FAULTS } from "./term-choices";
import type { Terms } from "./terms";

/** One value that is stricter than the marketplace allows: where it stands in the terms, what it says and what it may. */
export type FloorBreach = {
  path: readonly (string | number)[];
  code: "window" | "category_window" | "sku_window" | "fee" | "free_return" | "fault" | "no_local_address";
  /** A category, a SKU or a reason, where the value is about one. */
  name: string | null;
  yours: number | (typeof FAULTS)[number] | null;
  floor: number | (typeof FAULTS)[number];
};

/** S1-04: everything in the terms that is stricter than the floor; nothing where a marketplace has none. */
export function breachesOf(terms: Terms, floor: Floor | null): FloorBreach[] {
  if (!floor) return [];
  const { windowDays: least, byCategory = [], restocking, freeReturn, neverBuyersFault = [] } = floor;
  const breaches: FloorBreach[] = [];
  const atLeast = (yours: number, min: number | undefined, breach: Pick<FloorBreach, "path" | "code" | "name">) => {
    if (min !== undefined && yours < min) breaches.push({ ...breach, yours, floor: min });
  };
  const asked = (category: string | null) =>
    windowDays({ days: least ?? 0, byCategory, bySku: [] }, { category, sku: null }).days;

  atLeast(terms.window.days, least, { path: ["window", "days"], code: "window", name: null });
  terms.window.byCategory.forEach(({ category, days: yours }, index) => {
    atLeast(yours, asked(category), {
      path: ["window", "byCategory", index, "days"],
      code: "category_window",
      name: category,
    });
  });
  for (const row of byCategory) {
    const { days: yours, basis } = windowDays(terms.window, { category: row.category, sku: null });
    if (basis === "general")
      atLeast(yours, row.days, { path: ["window", "byCategory"], code: "category_window", name: row.category });
  }
  terms.window.bySku.forEach(({ sku, days: yours }, index) => {
    atLeast(yours, least, { path: ["window", "bySku", index, "days"], code: "sku_window", name: sku });
  });
  for (const fee of ["latePercent", "damagedPercent", "differentPercent"] as const) {
    const [yours, most] = [terms.restocking[fee], restocking?.[fee]];
    if (most !== undefined && yours > most)
      breaches.push({ path: ["restocking", fee], code: "fee", name: null, yours, floor: most });
  }
  for (const part of ["requestDays", "extraDaysAfterPromise"] as const)
    atLeast(terms.freeReturn[part], freeReturn?.[part], {
      path: ["freeReturn", part],
      code: "free_return",
      name: null,
    });
  for (const name of neverBuyersFault)
    if (faultOf(terms, name) === "buyer")
      breaches.push({
        path: ["faultByReason", "reasons", name],
        code: "fault",
        name,
        yours: "buyer",
        floor: "seller",
      });
  const { noLocalAddressUpToMinor: upTo } = terms.returnless;
  const { noLocalAddressUpToMinor: owed } = floor;
  if (owed !== undefined && (upTo ?? -1) < owed)
    breaches.push({
      path: ["returnless", "noLocalAddressUpToMinor"],
      code: "no_local_address",
      name: null,
      yours: upTo,
      floor: owed,
    });
  return breaches;
}
