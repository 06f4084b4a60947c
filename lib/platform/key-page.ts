/**
 * One page of a list that was read with one row more than it shows, forwards from `after` or backwards from `before`;
 * `previous` and `next` are the rows that the neighbouring pages are told by.
 */
export function keyPage<Row, Key>(
  found: readonly Row[],
  { after, before }: { after: Key | null; before: Key | null },
  limit: number,
): { rows: readonly Row[]; previous: Row | null; next: Row | null } {
  const isCut = found.length > limit;
  const isBackwards = before !== null;
  const rows = isBackwards ? found.slice(-limit) : found.slice(0, limit);
  const hasPrevious = isBackwards ? isCut : after !== null;
  const hasNext = isBackwards || isCut;
  return {
    rows,
    previous: hasPrevious ? (rows[0] ?? null) : null,
    next: hasNext ? (rows.at(-1) ?? null) : null,
  };
}
