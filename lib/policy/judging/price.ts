import type { LineFacts } from "./facts";

type Priced = Pick<LineFacts, "amountMinor" | "orderedQuantity">;

/** What one unit cost, rounded down to the minor unit; null where the line's amount is unknown. */
export const unitPrice = ({ amountMinor, orderedQuantity }: Priced): number | null =>
  amountMinor === null ? null : Math.floor(amountMinor / Math.max(1, orderedQuantity ?? 1));

/** What the units that are to come back cost, or null as soon as one of them is unknown. */
export function goodsValue(lines: readonly (Priced & { quantity: number })[]): number | null {
  let sum = 0;
  for (const line of lines) {
    const price = unitPrice(line);
    if (price === null) return null;
    sum += price * line.quantity;
  }
  return sum;
}
