type Titles = readonly { path: string; titles: readonly string[] }[];

/** Titles of then that stand nowhere now, each as often as it is missing: a file may move, a test may not go. */
export function vanished(then: Titles, now: Titles): { path: string; title: string }[] {
  const left = counted(now.flatMap(({ titles }) => titles));
  return then.flatMap(({ path, titles }) =>
    titles.flatMap((title) => {
      const count = left.get(title) ?? 0;
      left.set(title, count - 1);
      return count > 0 ? [] : [{ path, title }];
    }),
  );
}

/** Rules that fewer tests name now. */
export function fewerProofs(then: readonly string[], now: readonly string[]) {
  const [before, after] = [counted(then), counted(now)];
  return [...before]
    .map(([id, count]) => ({ id, before: count, after: after.get(id) ?? 0 }))
    .filter((rule) => rule.after < rule.before);
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
