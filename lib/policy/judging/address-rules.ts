import type { Operation } from "../terms/terms";
import { isReached } from "./listed";
import { unitPrice } from "./price";

type Rule = Operation["addressRules"][number];
type Line = { category: string | null; reason: string; amountMinor: number | null; orderedQuantity: number | null };

/** What the lines were paid in, and what the channel's rules are in. */
export type RuleMoney = { paidIn: string; rulesIn: string };

/** How much a rule says: a price range is the vaguest, a category the most telling. */
const weight = ({ categories, reasons, minMinor, maxMinor }: Rule): number =>
  (categories.length > 0 ? 4 : 0) + (reasons.length > 0 ? 2 : 0) + (minMinor !== null || maxMinor !== null ? 1 : 0);

/**
 * The rule that says where a parcel goes: it has to reach every line of it, and of several the one that says most wins,
 * then the first. Null: the channel's default address. Reasons are compared by their plain names.
 */
export function addressRuleFor(rules: readonly Rule[], lines: readonly Line[], money?: RuleMoney): Rule | null {
  if (lines.length === 0) return null;
  const isOther = money !== undefined && money.paidIn !== money.rulesIn;
  const reaching = rules.filter((rule) =>
    lines.every(({ category, reason, ...priced }) =>
      isReached(rule, { category, reason, priceMinor: isOther ? null : unitPrice(priced) }),
    ),
  );
  return reaching.reduce<Rule | null>((best, rule) => (best && weight(best) >= weight(rule) ? best : rule), null);
}

/** The first rule that was left out only because its price is in another currency than what was paid. */
export function unaskedRule(rules: readonly Rule[], lines: readonly Line[], money: RuleMoney): Rule | null {
  if (money.paidIn === money.rulesIn || lines.length === 0) return null;
  const isPriced = ({ minMinor, maxMinor }: Rule) => minMinor !== null || maxMinor !== null;
  const reaches = (rule: Rule) => addressRuleFor([{ ...rule, minMinor: null, maxMinor: null }], lines) !== null;
  return rules.find((rule) => isPriced(rule) && reaches(rule)) ?? null;
}
