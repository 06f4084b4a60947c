import type { FloorBreach } from "./floor";
import type { Fault, Terms } from "./terms";

type Numbers<Name extends string> = Record<Name, number>;
const isDays = (value: FloorBreach["floor"]): value is number => typeof value === "number";

/** S1-04: the same terms with each value that is stricter than the marketplace allows set to what it asks for. */
export function raiseToFloor(terms: Terms, breaches: readonly FloorBreach[]): Terms {
  const raised = structuredClone(terms);
  const { window, restocking, freeReturn, faultByReason, returnless } = raised;
  for (const { code, path, name, floor } of breaches) {
    const last = String(path.at(-1));
    if (!isDays(floor)) {
      if (code === "fault" && name !== null) faultByReason.reasons[name] = floor satisfies Fault;
      continue;
    }
    const row = Number(path[2]);
    if (code === "window") window.days = floor;
    else if (code === "sku_window")
      window.bySku = window.bySku.map((own, at) => (at === row ? { ...own, days: floor } : own));
    else if (code === "no_local_address") returnless.noLocalAddressUpToMinor = floor;
    else if (code === "fee") (restocking as Numbers<string>)[last] = floor;
    else if (code === "free_return") (freeReturn as unknown as Numbers<string>)[last] = floor;
    else if (code === "category_window" && path.length > 2)
      window.byCategory = window.byCategory.map((own, at) => (at === row ? { ...own, days: floor } : own));
    else if (code === "category_window" && name !== null) window.byCategory.push({ category: name, days: floor });
  }
  return raised;
}
