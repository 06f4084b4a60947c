import type { ReturnlessRule } from "../terms/parts";
import { plainName } from "./listed";

type Rule = Pick<ReturnlessRule, "categories" | "reasons" | "minMinor" | "maxMinor">;

const covers = (wide: readonly string[], narrow: readonly string[]): boolean => {
  const names = new Set(wide.map(plainName));
  return wide.length === 0 || (narrow.length > 0 && narrow.every((name) => names.has(plainName(name))));
};

/** Whether every item that the later rule reaches is reached by the earlier one already; open ends reach unknown prices. */
const isCovered = (earlier: Rule, later: Rule): boolean => {
  const isOpen = earlier.minMinor === null && earlier.maxMinor === null;
  const isPriced = later.minMinor !== null || later.maxMinor !== null;
  const isWithin =
    isPriced &&
    (earlier.minMinor ?? 0) <= (later.minMinor ?? 0) &&
    (later.maxMinor ?? Number.POSITIVE_INFINITY) <= (earlier.maxMinor ?? Number.POSITIVE_INFINITY);
  return covers(earlier.categories, later.categories) && covers(earlier.reasons, later.reasons) && (isOpen || isWithin);
};

/** For each rule the place of the first earlier one that leaves it nothing to match, or null. */
export const coveredRules = (rules: readonly Rule[]): (number | null)[] =>
  rules.map((later, at) => {
    const by = rules.slice(0, at).findIndex((earlier) => isCovered(earlier, later));
    return by < 0 ? null : by;
  });
