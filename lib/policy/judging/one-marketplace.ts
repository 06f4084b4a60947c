/**
 * The marketplace whose words a whole list may speak: the one that all its channels are on. A list over several keeps
 * the general words (null).
 */
export function oneMarketplace<Name extends string>(
  channels: readonly { id: string; marketplace: Name }[],
  chosen: string | null | readonly string[] = null,
): Name | null {
  const ids = [chosen ?? []].flat();
  const listed = ids.length === 0 ? channels : channels.filter(({ id }) => ids.includes(id));
  const [first] = listed;
  return first && listed.every(({ marketplace }) => marketplace === first.marketplace) ? first.marketplace : null;
}
