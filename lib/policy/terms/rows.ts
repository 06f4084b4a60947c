import { defaultFault, faults, freights } from "./fault-rows";
import { amount, lines, number, reasons } from "./kinds";
import type { CategoryDays } from "./parts";
import { returnlessRules } from "./returnless-rows";
import { type NumbersOfFloor, terms, type Whole } from "./table";
import { categoryDays, holidays, skuDays } from "./window-rows";

const DAYS = { unit: "days", most: 3650 } as const;
const PERCENT = { unit: "percent", section: null } as const;
const OWN = { only: "seller_fulfilled" } as const;
const FREE = { only: "free_return" } as const;

type NotReturnable = { kind: "not_returnable"; what: "category" | "sku"; name: string; isAdded: boolean };
const notReturnable =
  (what: NotReturnable["what"]) =>
  (name: string, isAdded: boolean): NotReturnable => ({ kind: "not_returnable", what, name, isAdded });

/** What the buyer gets, row by row in the order of the form. Binds by order date and merges to the more generous (P-10). */
export const TERMS = terms([
  number({
    path: "window.days",
    what: "window",
    initially: 30,
    section: "window",
    ...DAYS,
    ...OWN,
    floor: { at: "windowDays", code: "window" },
  }),
  /** Added to the order date where the delivery date is unknown (P-21). */
  number({ path: "window.transitAllowanceDays", what: "transit", initially: 10, section: "window", ...DAYS }),
  categoryDays,
  skuDays,
  holidays,
  lines({
    path: "notReturnable.categories",
    what: "categories",
    section: "exclusions",
    initially: [],
    change: notReturnable("category"),
  }),
  lines({
    path: "notReturnable.skus",
    what: "skus",
    section: "exclusions",
    initially: [],
    change: notReturnable("sku"),
  }),
  defaultFault,
  faults,
  freights,
  returnlessRules,
  /** P-17: up to this price, where there is no return address in the buyer's country. */
  amount({
    path: "returnless.noLocalAddressUpToMinor",
    what: "no_local_address",
    section: "returnless",
    ...OWN,
    floor: { at: "noLocalAddressUpToMinor", code: "no_local_address" },
  }),
  /** P-06: at most so many percent of the item's price. */
  number({
    path: "restocking.latePercent",
    what: "late",
    initially: 20,
    most: 20,
    ...PERCENT,
    floor: { at: "restocking.latePercent", code: "fee" },
  }),
  number({
    path: "restocking.damagedPercent",
    what: "damaged",
    initially: 50,
    most: 50,
    ...PERCENT,
    floor: { at: "restocking.damagedPercent", code: "fee" },
  }),
  number({
    path: "restocking.differentPercent",
    what: "different",
    initially: 100,
    most: 100,
    ...PERCENT,
    floor: { at: "restocking.differentPercent", code: "fee" },
  }),
  number({
    path: "freeReturn.requestDays",
    what: "request",
    initially: 15,
    section: "freeReturn",
    ...DAYS,
    ...FREE,
    floor: { at: "freeReturn.requestDays", code: "free_return" },
  }),
  number({
    path: "freeReturn.extraDaysAfterPromise",
    what: "promise",
    initially: 15,
    section: "freeReturn",
    ...DAYS,
    ...FREE,
    floor: { at: "freeReturn.extraDaysAfterPromise", code: "free_return" },
  }),
  /** S0-04, keyed as the table of faults. */
  reasons({
    path: "freeReturn.excludedReasons",
    what: "excluded",
    section: "freeReturn",
    ...FREE,
    initially: ["counterfeit", "empty_parcel", "short_quantity", "wrong_item_sent"],
    change: (reason: string, isAdded: boolean) => ({ kind: "excluded_reason" as const, reason, isAdded }),
  }),
  /** From here a list calls a return high value; it decides nothing, and what is in force today counts for every return. */
  amount({ path: "highValue.fromMinor", what: "high_value", section: "highValue" }),
]);

export type TermRow = (typeof TERMS.rows)[number];
export type Terms = Whole<TermRow>;

/** What a marketplace asks of every seller at least. What it says nothing about is left out (S1-04). */
export type Floor = NumbersOfFloor<TermRow> & {
  byCategory?: CategoryDays[];
  /** Reasons that may not be the buyer's fault. */
  neverBuyersFault?: string[];
};

/** P-10: what the second version says that the first does not. */
export const diffTerms = TERMS.diff;
export type TermsChange = ReturnType<typeof diffTerms>[number];
/** The same without what nothing reads yet. */
export const toldChanges = terms(TERMS.rows.filter(({ section }) => section !== null)).diff;

/** S1-04: everything in the terms that is stricter than the floor; nothing where a marketplace has none. */
export const breachesOf = (terms: Terms, floor: Floor | null): FloorBreach[] =>
  floor ? TERMS.breaches(terms, floor) : [];
export type FloorBreach = ReturnType<typeof TERMS.breaches>[number];

/** S1-04: the same terms with each value that is stricter than the marketplace allows set to what it asks for. */
export const raiseToFloor = TERMS.raise;
