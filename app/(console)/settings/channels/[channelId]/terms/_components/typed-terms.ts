import { minorToDecimal, parseTypedMinor } from "@/lib/kernel/money";
import { KNOWN_REASONS } from "@/lib/policy/judging/reasons";
import type { Fault } from "@/lib/policy/terms/term-choices";
import type { Terms } from "@/lib/policy/terms/terms";

type Rule = Terms["returnless"]["rules"][number];
type Holiday = Terms["window"]["holidays"][number];

/** A row keeps its key while it is moved; it is not sent. */
type Row<T> = T & { key: number };
type CategoryRow = Row<{ category: string; days: string }>;
export type HolidayRow = Row<Holiday>;
export type RuleRow = Row<
  Pick<Rule, "name" | "reasons" | "resolution"> & { categories: string; min: string; max: string }
>;
/** "" follows the default, or whoever is at fault. */
type CauseRow = { reason: string; fault: Fault | ""; freight: Fault | "" };

/** Terms as they are typed: numbers and amounts as text, long lists one name a line. */
export type TypedTerms = {
  days: string;
  transit: string;
  byCategory: CategoryRow[];
  bySku: string;
  holidays: HolidayRow[];
  categories: string;
  skus: string;
  faultDefault: Fault;
  causes: CauseRow[];
  rules: RuleRow[];
  noLocal: string;
  late: string;
  damaged: string;
  different: string;
  request: string;
  promise: string;
  excluded: string[];
};

const keyed = <T>(rows: readonly T[]): Row<T>[] => rows.map((row, key) => ({ ...row, key }));
export const nextKey = (rows: readonly { key: number }[]): number => Math.max(-1, ...rows.map(({ key }) => key)) + 1;

const lines = (names: readonly string[]): string => names.join("\n");
export const linesIn = (text: string): string[] => text.split("\n").flatMap((line) => line.trim() || []);

/** A whole number as typed; anything else is refused by the server as what it is. */
const numberIn = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : Number.NaN);

/** "SKU, days" or a cell and its neighbour, as pasted from a sheet; a SKU may hold commas. */
const skuDaysIn = (line: string): { sku: string; days: number } => {
  const match = /^(.*?)[\s,;，；]+(\S*)$/.exec(line.trim());
  return { sku: (match?.[1] ?? line).trim(), days: numberIn((match?.[2] ?? "").normalize("NFKC")) };
};

const amountOf = (minor: number | null, currency: string): string =>
  minor === null ? "" : minorToDecimal({ amountMinor: minor, currency });
const amountIn = (text: string, currency: string): number | null =>
  text.trim() === "" ? null : (parseTypedMinor(text, currency) ?? Number.NaN);

/** The terms as the form shows them; `reasons` are those of the seller's own that have no row yet. */
export function typedTerms(terms: Terms, currency: string, reasons: readonly string[]): TypedTerms {
  const { window, notReturnable, faultByReason, freightByReason, returnless, restocking, freeReturn } = terms;
  const named = [...Object.keys(faultByReason.reasons), ...Object.keys(freightByReason)].sort();
  const all = [...new Set<string>([...KNOWN_REASONS, ...reasons, ...named])];
  const of = (table: Record<string, Fault>, reason: string) =>
    Object.hasOwn(table, reason) ? (table[reason] ?? "") : "";
  return {
    days: String(window.days),
    transit: String(window.transitAllowanceDays),
    byCategory: keyed(window.byCategory.map(({ category, days }) => ({ category, days: String(days) }))),
    bySku: lines(window.bySku.map(({ sku, days }) => `${sku}, ${days}`)),
    holidays: keyed(window.holidays),
    categories: lines(notReturnable.categories),
    skus: lines(notReturnable.skus),
    faultDefault: faultByReason.default,
    causes: all.map((reason) => ({
      reason,
      fault: of(faultByReason.reasons, reason),
      freight: of(freightByReason, reason),
    })),
    rules: keyed(
      returnless.rules.map(({ name, categories, reasons: only, minMinor, maxMinor, resolution }) => ({
        name,
        reasons: only,
        resolution,
        categories: categories.join(", "),
        min: amountOf(minMinor, currency),
        max: amountOf(maxMinor, currency),
      })),
    ),
    noLocal: amountOf(returnless.noLocalAddressUpToMinor, currency),
    late: String(restocking.latePercent),
    damaged: String(restocking.damagedPercent),
    different: String(restocking.differentPercent),
    request: String(freeReturn.requestDays),
    promise: String(freeReturn.extraDaysAfterPromise),
    excluded: freeReturn.excludedReasons,
  };
}

export const ruleIn = ({ name, categories, reasons, min, max, resolution }: RuleRow, currency: string): Rule => ({
  name: name.trim(),
  categories: categories.split(/[,，]/).flatMap((text) => text.trim() || []),
  reasons,
  minMinor: amountIn(min, currency),
  maxMinor: amountIn(max, currency),
  resolution,
});

/** What was typed as terms; what is no number is NaN, which no schema takes. */
export function termsIn(typed: TypedTerms, currency: string): Terms {
  const faults = typed.causes.flatMap(({ reason, fault }) => (fault === "" ? [] : [[reason, fault] as const]));
  const freights = typed.causes.flatMap(({ reason, freight }) => (freight === "" ? [] : [[reason, freight] as const]));
  return {
    window: {
      days: numberIn(typed.days),
      transitAllowanceDays: numberIn(typed.transit),
      byCategory: typed.byCategory.map(({ category, days }) => ({ category: category.trim(), days: numberIn(days) })),
      bySku: linesIn(typed.bySku).map(skuDaysIn),
      holidays: typed.holidays.map(({ key: _, ...row }) => ({ ...row, label: row.label.trim() })),
    },
    notReturnable: { categories: linesIn(typed.categories), skus: linesIn(typed.skus) },
    faultByReason: { default: typed.faultDefault, reasons: Object.fromEntries(faults) },
    freightByReason: Object.fromEntries(freights),
    returnless: {
      rules: typed.rules.map((row) => ruleIn(row, currency)),
      noLocalAddressUpToMinor: amountIn(typed.noLocal, currency),
    },
    restocking: {
      latePercent: numberIn(typed.late),
      damagedPercent: numberIn(typed.damaged),
      differentPercent: numberIn(typed.different),
    },
    freeReturn: {
      requestDays: numberIn(typed.request),
      extraDaysAfterPromise: numberIn(typed.promise),
      excludedReasons: typed.excluded,
    },
  };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const withoutKeys = (typed: TypedTerms) => JSON.stringify(typed, (name, value) => (name === "key" ? undefined : value));

/** Whether something is typed that is not in the other. */
export const isTypedAnew = (a: TypedTerms, b: TypedTerms): boolean => !isSame(withoutKeys(a), withoutKeys(b));
