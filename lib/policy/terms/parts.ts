import type { Fault, HOLIDAY_BASES, RESOLUTIONS } from "./term-choices";

/** Terms that are more than a number or a list of names. */
export type CategoryDays = { category: string; days: number };
export type SkuDays = { sku: string; days: number };

/** P-09: what is bought, or shipped, between two dates may come back until a third one. */
export type Holiday = {
  basis: (typeof HOLIDAY_BASES)[number];
  boughtFrom: string;
  boughtTo: string;
  returnableUntil: string;
  label: string;
};

/** Keyed by `reasonKey`, or by the normalised code where we have no words for it. */
export type FaultTable = Record<string, Fault>;

/** S4-14: where the buyer keeps the item. Empty lists and open ends leave the rule open on that side. */
export type ReturnlessRule = {
  name: string;
  categories: string[];
  reasons: string[];
  minMinor: number | null;
  maxMinor: number | null;
  resolution: (typeof RESOLUTIONS)[number];
};
