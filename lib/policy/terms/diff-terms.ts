import { plainName } from "../judging/listed";
import type { Fault } from "./term-choices";
import type { Terms } from "./terms";

type Holiday = Terms["window"]["holidays"][number];
type Rule = Terms["returnless"]["rules"][number];

/** One difference between two versions of terms; null: the row is not there on that side. */
export type TermsChange =
  | { kind: "days"; what: "window" | "transit" | "request" | "promise"; from: number; to: number }
  | { kind: "own_days"; what: "category" | "sku"; name: string; from: number | null; to: number | null }
  | { kind: "holiday"; from: Holiday | null; to: Holiday | null }
  | { kind: "not_returnable"; what: "category" | "sku"; name: string; isAdded: boolean }
  | { kind: "fault_default"; from: Fault; to: Fault }
  | { kind: "fault" | "freight"; reason: string; from: Fault | null; to: Fault | null }
  | { kind: "returnless"; from: Rule | null; to: Rule | null }
  | { kind: "returnless_order"; names: string[] }
  | { kind: "no_local_address"; from: number | null; to: number | null }
  | { kind: "fee"; what: "late" | "damaged" | "different"; from: number; to: number }
  | { kind: "excluded_reason"; reason: string; isAdded: boolean };

type Pair<T> = { name: string; from: T | null; to: T | null };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Rows of two lists that belong together by their key, in the second's order, then what only the first has. */
function pairs<T>(a: readonly T[], b: readonly T[], nameOf: (row: T) => string): Pair<T>[] {
  const named = (rows: readonly T[]) => new Map(rows.map((row) => [plainName(nameOf(row)), row] as const));
  const [before, after] = [named(a), named(b)];
  const keys = [...after.keys(), ...[...before.keys()].filter((key) => !after.has(key))];
  return keys.flatMap((key) => {
    const [from, to] = [before.get(key) ?? null, after.get(key) ?? null];
    const row = to ?? from;
    return row === null || sameRow(from, to) ? [] : [{ name: nameOf(row), from, to }];
  });
}

const sorted = (row: object): unknown => Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1));
const sameRow = (a: unknown, b: unknown): boolean =>
  typeof a === "object" && typeof b === "object" && a && b ? same(sorted(a), sorted(b)) : a === b;

const names = (list: readonly string[]): { name: string; isIn: true }[] => list.map((name) => ({ name, isIn: true }));

/** Added and removed names; case and outer spaces do not make another name. */
const listChanges = (a: readonly string[], b: readonly string[]): { name: string; isAdded: boolean }[] =>
  pairs(names(a), names(b), ({ name }) => name)
    .filter(({ from, to }) => from === null || to === null)
    .map(({ name, to }) => ({ name, isAdded: to !== null }));

const ownDays = (what: "category" | "sku", a: { name: string; days: number }[], b: { name: string; days: number }[]) =>
  pairs(a, b, ({ name }) => name)
    .filter(({ from, to }) => from?.days !== to?.days)
    .map(({ name, from, to }) => ({
      kind: "own_days" as const,
      what,
      name,
      from: from?.days ?? null,
      to: to?.days ?? null,
    }));

function faultChanges(kind: "fault" | "freight", a: Record<string, Fault>, b: Record<string, Fault>): TermsChange[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort().flatMap((reason) => {
    const of = (table: Record<string, Fault>) => (Object.hasOwn(table, reason) ? (table[reason] ?? null) : null);
    const [from, to] = [of(a), of(b)];
    return from === to ? [] : [{ kind, reason, from, to }];
  });
}

function windowChanges(a: Terms["window"], b: Terms["window"]): TermsChange[] {
  const changes: TermsChange[] = [
    { kind: "days", what: "window", from: a.days, to: b.days },
    { kind: "days", what: "transit", from: a.transitAllowanceDays, to: b.transitAllowanceDays },
  ];
  const categories = ({ byCategory }: Terms["window"]) =>
    byCategory.map(({ category, days }) => ({ name: category, days }));
  const skus = ({ bySku }: Terms["window"]) => bySku.map(({ sku, days }) => ({ name: sku, days }));
  return [
    ...changes,
    ...ownDays("category", categories(a), categories(b)),
    ...ownDays("sku", skus(a), skus(b)),
    ...pairs(a.holidays, b.holidays, ({ label, basis, boughtFrom }) => `${label} ${basis} ${boughtFrom}`).map(
      ({ from, to }) => ({ kind: "holiday" as const, from, to }),
    ),
  ];
}

function returnlessChanges(a: Terms["returnless"], b: Terms["returnless"]): TermsChange[] {
  const rules = pairs(a.rules, b.rules, ({ name }) => name);
  const order = ({ rules: of }: Terms["returnless"]) => of.map(({ name }) => name);
  const isMoved = rules.every(({ from, to }) => from && to) && !same(order(a), order(b));
  return [
    ...rules.map(({ from, to }) => ({ kind: "returnless" as const, from, to })),
    ...(isMoved ? [{ kind: "returnless_order" as const, names: order(b) }] : []),
    { kind: "no_local_address", from: a.noLocalAddressUpToMinor, to: b.noLocalAddressUpToMinor },
  ];
}

const isReal = (change: TermsChange): boolean => !("from" in change) || !sameRow(change.from, change.to);

/** What the second version says that the first does not, part by part in the order of the form. */
export function diffTerms(a: Terms, b: Terms): TermsChange[] {
  const fee = (what: "late" | "damaged" | "different"): TermsChange => ({
    kind: "fee",
    what,
    from: a.restocking[`${what}Percent`],
    to: b.restocking[`${what}Percent`],
  });
  const changes: TermsChange[] = [
    ...windowChanges(a.window, b.window),
    ...(["categories", "skus"] as const).flatMap((list) =>
      listChanges(a.notReturnable[list], b.notReturnable[list]).map((change) => ({
        kind: "not_returnable" as const,
        what: list === "skus" ? ("sku" as const) : ("category" as const),
        ...change,
      })),
    ),
    { kind: "fault_default", from: a.faultByReason.default, to: b.faultByReason.default },
    ...faultChanges("fault", a.faultByReason.reasons, b.faultByReason.reasons),
    ...faultChanges("freight", a.freightByReason, b.freightByReason),
    ...returnlessChanges(a.returnless, b.returnless),
    ...(["late", "damaged", "different"] as const).map(fee),
    { kind: "days", what: "request", from: a.freeReturn.requestDays, to: b.freeReturn.requestDays },
    { kind: "days", what: "promise", from: a.freeReturn.extraDaysAfterPromise, to: b.freeReturn.extraDaysAfterPromise },
    ...listChanges(a.freeReturn.excludedReasons, b.freeReturn.excludedReasons).map(({ name, isAdded }) => ({
      kind: "excluded_reason" as const,
      reason: name,
      isAdded,
    })),
  ];
  return changes.filter(isReal);
}
