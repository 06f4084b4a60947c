import type { MergedTerms } from "./merged-terms";
import { TERMS, type Terms } from "./rows";

/** P-10: rule by rule the more generous of two versions. The order of the two does not matter. */
export function mergeTerms(a: Terms, b: Terms): MergedTerms {
  const merged = TERMS.merge(a, b);
  return { ...merged, parts: [a, b], window: { ...merged.window, parts: [a.window, b.window] } };
}
