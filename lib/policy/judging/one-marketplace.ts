/**
 * The marketplace whose words a whole list may speak: the one that all its channels are on. A list over several keeps
 * the general words (null).
 */
export function oneMarketplace<Name extends string>(
  channels: readonly { id: string; marketplace: Name }[],
  channelId: string | null = null,
): Name | null {
  const listed = channelId === null ? channels : channels.filter(({ id }) => id === channelId);
  const [first] = listed;
  return first && listed.every(({ marketplace }) => marketplace === first.marketplace) ? first.marketplace : null;
}
