import type { FloorBreach } from "./floor-breaches";
import type { Terms } from "./terms";

const FEES = ["latePercent", "damagedPercent", "differentPercent"] as const;
const FREE_DAYS = ["requestDays", "extraDaysAfterPromise"] as const;

/** S1-04: the same terms with each value that is stricter than the marketplace allows set to what it asks for. */
export function raiseToFloor(terms: Terms, breaches: readonly FloorBreach[]): Terms {
  const raised = structuredClone(terms);
  const { window, restocking, freeReturn, faultByReason, returnless } = raised;
  for (const { code, path, name, floor } of breaches) {
    if (typeof floor === "string") {
      if (code === "fault" && name !== null) faultByReason.reasons[name] = floor;
      continue;
    }
    const [last, row] = [path.at(-1), path[2]];
    const withFloor = <Row extends { days: number }>(rows: Row[]): Row[] =>
      rows.map((own, at) => (at === row ? { ...own, days: floor } : own));
    if (code === "window") window.days = floor;
    if (code === "sku_window") window.bySku = withFloor(window.bySku);
    if (code === "category_window" && typeof row === "number") window.byCategory = withFloor(window.byCategory);
    else if (code === "category_window" && name !== null) window.byCategory.push({ category: name, days: floor });
    if (code === "no_local_address") returnless.noLocalAddressUpToMinor = floor;
    for (const fee of FEES) if (code === "fee" && fee === last) restocking[fee] = floor;
    for (const part of FREE_DAYS) if (code === "free_return" && part === last) freeReturn[part] = floor;
  }
  return raised;
}
