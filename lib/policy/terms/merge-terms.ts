import { faultOf, kinderFault, payerOf } from "../judging/fault";
import { isListed, plainName } from "../judging/listed";
import { windowDays } from "../judging/return-window";
import type { MergedTerms } from "./merged-terms";
import type { Terms } from "./terms";

/** Names once each, in a fixed order and spelling, so that it does not matter which side came first. */
const distinct = (names: readonly string[]): string[] => {
  const spelled = new Map<string, string>();
  for (const name of [...names].sort()) if (!spelled.has(plainName(name))) spelled.set(plainName(name), name);
  return [...spelled.values()];
};

/** What both sides exclude: an exclusion that one side does not know is not held against the buyer. */
const inBoth = (a: readonly string[], b: readonly string[]): string[] =>
  distinct([...a.filter((name) => isListed(name, b)), ...b.filter((name) => isListed(name, a))]);

function mergeWindow(a: Terms["window"], b: Terms["window"]): MergedTerms["window"] {
  const rows = new Map([...a.holidays, ...b.holidays].map((row) => [JSON.stringify(Object.entries(row).sort()), row]));
  return {
    days: Math.max(a.days, b.days),
    transitAllowanceDays: Math.max(a.transitAllowanceDays, b.transitAllowanceDays),
    byCategory: distinct([...a.byCategory, ...b.byCategory].map(({ category }) => category)).map((category) => ({
      category,
      days: Math.max(windowDays(a, { category, sku: null }).days, windowDays(b, { category, sku: null }).days),
    })),
    bySku: [],
    holidays: [...rows.keys()].sort().flatMap((key) => rows.get(key) ?? []),
    parts: [a, b],
  };
}

const moreOf = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

const distinctRules = (rules: Terms["returnless"]["rules"]): Terms["returnless"]["rules"] => {
  const rows = new Map(rules.map((rule) => [JSON.stringify(Object.entries(rule).sort()), rule]));
  return [...rows.keys()].sort().flatMap((key) => rows.get(key) ?? []);
};

/** Where one version leaves the freight to whoever is at fault, that is what the other's word is compared with. */
function mergeFreight(a: Terms, b: Terms): Terms["freightByReason"] {
  const named = new Set([...Object.keys(a.freightByReason), ...Object.keys(b.freightByReason)]);
  return Object.fromEntries(
    [...named].sort().map((reason) => [reason, kinderFault(payerOf(a, reason), payerOf(b, reason))]),
  );
}

/** P-10: rule by rule the more generous of two versions. The order of the two does not matter. */
export function mergeTerms(a: Terms, b: Terms): MergedTerms {
  const causes = new Set([...Object.keys(a.faultByReason.reasons), ...Object.keys(b.faultByReason.reasons)]);
  return {
    parts: [a, b],
    window: mergeWindow(a.window, b.window),
    notReturnable: {
      categories: inBoth(a.notReturnable.categories, b.notReturnable.categories),
      skus: inBoth(a.notReturnable.skus, b.notReturnable.skus),
    },
    faultByReason: {
      default: kinderFault(a.faultByReason.default, b.faultByReason.default),
      reasons: Object.fromEntries(
        [...causes].sort().map((cause) => [cause, kinderFault(faultOf(a, cause), faultOf(b, cause))]),
      ),
    },
    freightByReason: mergeFreight(a, b),
    returnless: {
      rules: distinctRules([...a.returnless.rules, ...b.returnless.rules]),
      noLocalAddressUpToMinor: moreOf(a.returnless.noLocalAddressUpToMinor, b.returnless.noLocalAddressUpToMinor),
    },
    restocking: {
      latePercent: Math.min(a.restocking.latePercent, b.restocking.latePercent),
      damagedPercent: Math.min(a.restocking.damagedPercent, b.restocking.damagedPercent),
      differentPercent: Math.min(a.restocking.differentPercent, b.restocking.differentPercent),
    },
    freeReturn: {
      requestDays: Math.max(a.freeReturn.requestDays, b.freeReturn.requestDays),
      extraDaysAfterPromise: Math.max(a.freeReturn.extraDaysAfterPromise, b.freeReturn.extraDaysAfterPromise),
      excludedReasons: inBoth(a.freeReturn.excludedReasons, b.freeReturn.excludedReasons),
    },
  };
}
