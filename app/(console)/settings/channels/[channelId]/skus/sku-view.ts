import { z } from "zod";
import { paths } from "@/lib/paths";

const text = z.string().trim().max(200).catch("").default("");
const key = z.string().min(1).max(200).nullable().catch(null).default(null);

const viewSchema = z.object({ q: text, after: key, before: key });

/** What the address of the page says; what means nothing there is left out. */
export const readSkuView = (raw: Record<string, string | string[] | undefined>) => viewSchema.parse(raw);

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
