import { TERMS } from "./rows";
import type { Terms } from "./terms";

/** Terms as they bind a request: of one version, or the more generous of two. */
export type MergedTerms = Omit<Terms, "window"> & {
  /** Both versions: what depends on the request, as fault and returnless rules do, is asked of each. */
  parts?: readonly Terms[];
  window: Terms["window"] & {
    /** Both versions' windows: which days a SKU has in one and its category in the other shows only when both are asked. */
    parts?: readonly Terms["window"][];
  };
};

/** P-10: rule by rule the more generous of two versions. The order of the two does not matter. */
export function mergeTerms(a: Terms, b: Terms): MergedTerms {
  const merged = TERMS.merge(a, b);
  return { ...merged, parts: [a, b], window: { ...merged.window, parts: [a.window, b.window] } };
}
