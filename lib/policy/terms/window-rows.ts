import { derived } from "@/lib/kernel/remembered";
import { plainName } from "../judging/listed";
import { namesIn, namesTyped, numberIn } from "./kinds";
import type { CategoryDays, Holiday, SkuDays } from "./parts";
import { distinctNames, distinctRows, type Keyed, keyed, pairs } from "./row-pairs";
import type { Breach } from "./table";

type Item = { category: string | null; sku: string | null };
type Days = {
  days: number;
  byCategory: readonly CategoryDays[];
  bySku: readonly SkuDays[];
  /** Merged terms: both versions'. */
  parts?: readonly Days[];
};

const BASES = ["general", "category", "sku"] as const;
type OwnDays = { days: number; basis: (typeof BASES)[number] };

/** Of as many days the narrower row, so that it does not matter which version is asked first. */
const longer = (a: OwnDays, b: OwnDays): OwnDays =>
  b.days > a.days || (b.days === a.days && BASES.indexOf(b.basis) > BASES.indexOf(a.basis)) ? b : a;

/** The longest days of each name in a list of rows. */
const daysByName = <Row extends { days: number }>(nameOf: (row: Row) => string) =>
  derived((rows: readonly Row[]) => {
    const longest = new Map<string, number>();
    for (const row of rows) {
      const name = plainName(nameOf(row));
      longest.set(name, Math.max(row.days, longest.get(name) ?? row.days));
    }
    return longest;
  });
const daysBySku = daysByName(({ sku }: SkuDays) => sku);
const daysByCategory = daysByName(({ category }: CategoryDays) => category);

/**
 * The days of a SKU's own row, else of its category's, else those of all; of two rows for one the more generous. Merged
 * terms give the more generous of their parts' answers (P-10).
 */
export function windowDays({ days, byCategory, bySku, parts }: Days, item: Item): OwnDays {
  if (parts) return parts.map((part) => windowDays(part, item)).reduce(longer);
  const ofSku = item.sku === null || bySku.length === 0 ? undefined : daysBySku(bySku).get(plainName(item.sku));
  if (ofSku !== undefined) return { days: ofSku, basis: "sku" };
  const { category } = item;
  const own =
    category === null || byCategory.length === 0 ? undefined : daysByCategory(byCategory).get(plainName(category));
  return own === undefined ? { days, basis: "general" } : { days: own, basis: "category" };
}

const daysOf = (window: Days, category: string): number => windowDays(window, { category, sku: null }).days;

type Window = { window: Days };
type WindowFloor = { windowDays?: number; byCategory?: readonly CategoryDays[] };
type OwnDaysChange = {
  kind: "own_days";
  what: "category" | "sku";
  name: string;
  from: number | null;
  to: number | null;
};

const daysChanges = (
  what: "category" | "sku",
  a: readonly { name: string; days: number }[],
  b: readonly { name: string; days: number }[],
): OwnDaysChange[] =>
  pairs(a, b, ({ name }) => name)
    .filter(({ from, to }) => from?.days !== to?.days)
    .map(({ name, from, to }) => ({ kind: "own_days", what, name, from: from?.days ?? null, to: to?.days ?? null }));

const withFloor = <Row extends { days: number }>(rows: Row[], { path, floor }: Breach): Row[] =>
  typeof floor === "number" ? rows.map((row, at) => (at === path[2] ? { ...row, days: floor } : row)) : rows;

const namedCategory = ({ category, days }: CategoryDays) => ({ name: category, days });
const namedSku = ({ sku, days }: SkuDays) => ({ name: sku, days });

/** Other days for a category; they bind before the general ones. */
export const categoryDays = {
  path: "window.byCategory",
  kind: "own",
  widget: "category_days",
  section: "window",
  only: "seller_fulfilled",
  initially: [] as CategoryDays[],
  /** A category that one side does not name has that side's general days. */
  merge: (a: CategoryDays[], b: CategoryDays[], of: { a: Window; b: Window }): CategoryDays[] =>
    distinctNames([...a, ...b].map(({ category }) => category)).map((category) => ({
      category,
      days: Math.max(daysOf(of.a.window, category), daysOf(of.b.window, category)),
    })),
  diff: (a: CategoryDays[], b: CategoryDays[]) => daysChanges("category", a.map(namedCategory), b.map(namedCategory)),
  breaches: (rows: CategoryDays[], floor: WindowFloor, { window }: Window): Breach<"category_window">[] => {
    const { windowDays: least = 0, byCategory = [] } = floor;
    const code = "category_window" as const;
    const asked = (category: string) => daysOf({ days: least, byCategory, bySku: [] }, category);
    const written = rows.flatMap(({ category: name, days: yours }, index) =>
      yours < asked(name)
        ? [{ path: ["window", "byCategory", index, "days"], code, name, yours, floor: asked(name) }]
        : [],
    );
    const missing = byCategory.flatMap(({ category: name, days }) => {
      const { days: yours, basis } = windowDays(window, { category: name, sku: null });
      return basis === "general" && yours < days
        ? [{ path: ["window", "byCategory"], code, name, yours, floor: days }]
        : [];
    });
    return [...written, ...missing];
  },
  raise: (rows: CategoryDays[], breach: Breach): CategoryDays[] =>
    typeof breach.path[2] !== "number" && breach.name !== null && typeof breach.floor === "number"
      ? [...rows, { category: breach.name, days: breach.floor }]
      : withFloor(rows, breach),
  typed: (rows: CategoryDays[]): Keyed<{ category: string; days: string }>[] =>
    keyed(rows.map(({ category, days }) => ({ category, days: String(days) }))),
  read: (rows: Keyed<{ category: string; days: string }>[]): CategoryDays[] =>
    rows.map(({ category, days }) => ({ category: category.trim(), days: numberIn(days) })),
} as const;

/** "SKU, days" or a cell and its neighbour, as pasted from a sheet; a SKU may hold commas. */
const skuDaysIn = (line: string): SkuDays => {
  const match = /^(.*?)[\s,;，；]+(\S*)$/.exec(line.trim());
  return { sku: (match?.[1] ?? line).trim(), days: numberIn((match?.[2] ?? "").normalize("NFKC")) };
};

/** Other days for single SKUs; they come before the category's. */
export const skuDays = {
  path: "window.bySku",
  kind: "own",
  widget: "sku_days",
  section: "window",
  only: "seller_fulfilled",
  initially: [] as SkuDays[],
  /** Merged terms ask both versions: a SKU's days in one may meet its category's in the other. */
  merge: (): SkuDays[] => [],
  diff: (a: SkuDays[], b: SkuDays[]) => daysChanges("sku", a.map(namedSku), b.map(namedSku)),
  breaches: (rows: SkuDays[], { windowDays: floor }: WindowFloor): Breach<"sku_window">[] =>
    rows.flatMap(({ sku: name, days: yours }, index) =>
      floor !== undefined && yours < floor
        ? [{ path: ["window", "bySku", index, "days"], code: "sku_window", name, yours, floor }]
        : [],
    ),
  raise: withFloor<SkuDays>,
  typed: (rows: SkuDays[]): string => namesTyped(rows.map(({ sku, days }) => `${sku}, ${days}`)),
  read: (text: string): SkuDays[] => namesIn(text).map(skuDaysIn),
} as const;

type HolidayChange = { kind: "holiday"; from: Holiday | null; to: Holiday | null };

/** P-09. */
export const holidays = {
  path: "window.holidays",
  kind: "own",
  widget: "holidays",
  section: "window",
  initially: [] as Holiday[],
  merge: (a: Holiday[], b: Holiday[]): Holiday[] => distinctRows([...a, ...b]),
  diff: (a: Holiday[], b: Holiday[]): HolidayChange[] =>
    pairs(a, b, ({ label, basis, boughtFrom }) => `${label} ${basis} ${boughtFrom}`).map(({ from, to }) => ({
      kind: "holiday",
      from,
      to,
    })),
  breaches: (): Breach<never>[] => [],
  raise: (rows: Holiday[]) => rows,
  typed: (rows: Holiday[]): Keyed<Holiday>[] => keyed(rows),
  read: (rows: Keyed<Holiday>[]): Holiday[] => rows.map(({ key: _, ...row }) => ({ ...row, label: row.label.trim() })),
} as const;
