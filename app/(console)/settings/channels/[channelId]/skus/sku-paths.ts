import { paths } from "@/lib/i18n/paths";

type Place = { q?: string; after?: string; before?: string };

export function skusHref(channelId: string, place: Place): string {
  const given = Object.entries(place).filter(([, value]) => value !== "");
  return given.length === 0
    ? paths.channelSkus(channelId)
    : `${paths.channelSkus(channelId)}?${new URLSearchParams(given)}`;
}

/** Downloads all rules; takes a file of them. */
export const skusCsv = (channelId: string, query: Record<string, string> = {}): string => {
  const asked = new URLSearchParams(query).toString();
  return `/api/channels/${channelId}/skus${asked && `?${asked}`}`;
};
