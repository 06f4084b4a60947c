import type { OrderRowLine } from "./read/order-row";

/**
 * The lines of an order with what was taken off the whole order taken off each by its share, so that together they are
 * what was paid for the goods; to the minor unit, the first lines bear the rest.
 */
export function withDiscount(lines: readonly OrderRowLine[], subtotalMinor: number | null): OrderRowLine[] {
  const amounts = lines.map(({ amountMinor }) => amountMinor);
  const sum = amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
  if (subtotalMinor === null || amounts.includes(null) || subtotalMinor >= sum) return [...lines];
  const shares = amounts.map((amount) => Number((BigInt(amount ?? 0) * BigInt(subtotalMinor)) / BigInt(sum)));
  let rest = subtotalMinor - shares.reduce((total, share) => total + share, 0);
  return lines.map((line, at) => ({ ...line, amountMinor: (shares[at] ?? 0) + (rest-- > 0 ? 1 : 0) }));
}
