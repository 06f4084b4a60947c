import type { Terms } from "./terms";
export declare function mergeTerms(a: Terms, b: Terms): Terms;
