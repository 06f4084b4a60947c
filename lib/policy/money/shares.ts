/**
 * Parts of an amount in minor units, by weight and by largest remainder: they sum to it exactly, and none is negative. Where
 * nothing has a weight all count alike; of equal remainders the first has the rest.
 */
export function sharesOf(amountMinor: number, weights: readonly number[]): number[] {
  if (weights.length === 0) return [];
  const sum = weights.reduce((a, b) => a + b, 0);
  const of = sum > 0 ? weights.map(BigInt) : weights.map(() => 1n);
  const whole = BigInt(sum > 0 ? sum : weights.length);
  const exact = of.map((weight) => weight * BigInt(amountMinor));
  const parts = exact.map((part) => Number(part / whole));
  const rest = amountMinor - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((part, place) => ({ place, remainder: part % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.place - b.place : a.remainder > b.remainder ? -1 : 1));
  for (const { place } of byRemainder.slice(0, rest)) parts[place] = (parts[place] ?? 0) + 1;
  return parts;
}

/** What so many units cost of all that were ordered, after others went before them; over all of them it is the whole price. */
export function priceOfUnits(priceMinor: number, ordered: number, { after, units }: { after: number; units: number }) {
  const upTo = (count: number) => Number((BigInt(priceMinor) * BigInt(Math.min(count, ordered))) / BigInt(ordered));
  return upTo(after + units) - upTo(after);
}
