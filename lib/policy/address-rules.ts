import { isReached } from "./listed";
import { unitPrice } from "./price";
import type { Operation } from "./terms";

type Rule = Operation["addressRules"][number];
type Line = { category: string | null; reason: string; amountMinor: number | null; orderedQuantity: number | null };

/** How much a rule says: a price range is the vaguest, a category the most telling. */
const weight = ({ categories, reasons, minMinor, maxMinor }: Rule): number =>
  (categories.length > 0 ? 4 : 0) + (reasons.length > 0 ? 2 : 0) + (minMinor !== null || maxMinor !== null ? 1 : 0);

/**
 * The rule that says where a parcel goes: it has to reach every line of it, and of several the one that says most wins,
 * then the first. Null: the channel's default address. Reasons are compared by their plain names.
 */
export function addressRuleFor(rules: readonly Rule[], lines: readonly Line[]): Rule | null {
  if (lines.length === 0) return null;
  const reaching = rules.filter((rule) =>
    lines.every(({ category, reason, ...priced }) =>
      isReached(rule, { category, reason, priceMinor: unitPrice(priced) }),
    ),
  );
  return reaching.reduce<Rule | null>((best, rule) => (best && weight(best) >= weight(rule) ? best : rule), null);
}
