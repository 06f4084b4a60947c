import type { ChannelAddresses } from "./address-book";

/** Where an address is used: as a channel's default, or by a rule of one. */
export type AddressUse = { channel: string; channelId: string; rule: string | null };

export const usesOf = (addressId: string, channels: readonly ChannelAddresses[]): AddressUse[] =>
  channels.flatMap(({ id: channelId, name: channel, defaultAddressId, rules }) => [
    ...(defaultAddressId === addressId ? [{ channel, channelId, rule: null }] : []),
    ...rules.filter((rule) => rule.addressId === addressId).map((rule) => ({ channel, channelId, rule: rule.name })),
  ]);
