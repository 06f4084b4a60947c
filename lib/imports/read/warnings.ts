/** What is looked at of a row. */
export type Sampled = { orderNumber: string; currency: string | null };

const ORDER_NUMBERS: Record<string, RegExp> = {
  amazon: /^\d{3}-\d{7}-\d{7}$/,
  aliexpress: /^\d{12,20}$/,
};

/** How order numbers look on a marketplace, or null where we cannot tell. */
export const orderNumberPatternOf = (marketplace: string): RegExp | null => ORDER_NUMBERS[marketplace] ?? null;

/** A doubt about a whole file, asked about before it is imported; `rows` of `of` rows raise it. */
export type Warning =
  | { code: "other_currency"; expected: string; found: string; rows: number; of: number }
  | { code: "unknown_status"; value: string; rows: number; of: number }
  | { code: "unknown_statuses"; rows: number; of: number }
  | { code: "other_sheets"; sheet: string; others: string[] }
  | { code: "doubled_returns"; example: string; rows: number; of: number }
  | { code: "other_order_numbers"; example: string; rows: number; of: number };

/** Whether most rows carry another label currency than the channel's, or order numbers of another marketplace. */
export function looksLikeChannel(
  rows: readonly Sampled[],
  channel: { orderNumberPattern: RegExp | null; currency: string },
): Warning[] {
  return [...currencyWarning(rows, channel.currency), ...orderNumberWarning(rows, channel.orderNumberPattern)];
}

function currencyWarning(rows: readonly Sampled[], expected: string): Warning[] {
  const currencies = rows.flatMap((row) => row.currency ?? []);
  const others = currencies.filter((currency) => currency !== expected);
  if (others.length * 2 <= currencies.length) return [];
  const found = [...new Set(others)].sort().join(", ");
  return [{ code: "other_currency", expected, found, rows: others.length, of: currencies.length }];
}

function orderNumberWarning(rows: readonly Sampled[], pattern: RegExp | null): Warning[] {
  if (!pattern) return [];
  const others = rows.filter((row) => !pattern.test(row.orderNumber));
  const [first] = others;
  if (!first || others.length * 2 <= rows.length) return [];
  return [{ code: "other_order_numbers", example: first.orderNumber, rows: others.length, of: rows.length }];
}
