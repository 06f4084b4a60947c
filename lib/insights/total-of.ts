import type { Amounts, InsightRow } from "./insights";

/** The figures of a period as a whole. */
export type InsightTotal = Pick<
  InsightRow,
  | "returns"
  | "units"
  | "refunded"
  | "refundedUnknown"
  | "intended"
  | "intendedUnknown"
  | "labelCosts"
  | "labelCostsUnknown"
  | "answered"
  | "answeredLate"
>;

const together = (some: readonly Amounts[]): Amounts => {
  const sums: Amounts = {};
  for (const [currency, amount] of some.flatMap((amounts) => Object.entries(amounts)))
    sums[currency] = (sums[currency] ?? 0) + amount;
  return sums;
};

/** Adds up groups in which no return stands twice (channels), each currency for itself. */
export function totalOf(rows: readonly InsightRow[]): InsightTotal {
  const count = (key: Exclude<keyof InsightTotal, "refunded" | "intended" | "labelCosts">) =>
    rows.reduce((sum, row) => sum + row[key], 0);
  return {
    returns: count("returns"),
    units: count("units"),
    refunded: together(rows.map(({ refunded }) => refunded)),
    refundedUnknown: count("refundedUnknown"),
    intended: together(rows.map(({ intended }) => intended)),
    intendedUnknown: count("intendedUnknown"),
    labelCosts: together(rows.map(({ labelCosts }) => labelCosts)),
    labelCostsUnknown: count("labelCostsUnknown"),
    answered: count("answered"),
    answeredLate: count("answeredLate"),
  };
}

const SHARE_DRAWN = 0.1;

/** The rows that a bar says something of: a tenth of all returns at least, and never all that is left. */
export const worthDrawing = <Row extends Pick<InsightRow, "returns" | "isRest">>(
  rows: readonly Row[],
  total: number,
): Row[] => rows.filter(({ returns, isRest }) => !isRest && returns >= total * SHARE_DRAWN);
