import { PARTS, ROUTES, type Words } from "@/lib/i18n/route-words";
import type { Locale } from "@/lib/kernel/locale";

const WHOLE: Record<Locale, () => Promise<{ default: Words }>> = {
  en: () => import("@/lib/i18n/messages/en.json"),
  "zh-CN": () => import("@/lib/i18n/messages/zh-CN.json"),
};

const loading = new Map<string, Promise<Words>>();

function once(key: string, load: () => Promise<Words>): Promise<Words> {
  const words = loading.get(key) ?? load();
  loading.set(key, words);
  // What did not come is asked for again.
  words.catch(() => loading.delete(key));
  return words;
}

/** Every word of a language: for the server, and for what is fetched when it is opened. */
export const allWords = (locale: Locale): Promise<Words> => once(locale, async () => (await WHOLE[locale]()).default);

const isAt = (path: readonly string[], at: readonly string[]): boolean =>
  path.length === at.length && path.every((part, index) => part.startsWith("[") || part === at[index]);

/** The parts an address needs; one that is no page's has what stands around all pages. */
function partsAt(address: string): readonly string[] {
  const at = address.split("/").filter((part) => part !== "");
  const [, parts = []] = ROUTES.find(([path]) => isAt(path, at)) ?? ROUTES.find(([path]) => path.length === 0) ?? [];
  return parts;
}

const isGroup = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Two parts may each hold some of a group. */
function joined(one: object, other: object): object {
  const all: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const known = all[key];
    all[key] = isGroup(known) && isGroup(value) ? joined(known, value) : value;
  }
  return all;
}

/** The words of the page at an address, as far as its components ask for them in the browser. */
export function wordsAt(locale: Locale, address: string): Promise<Words> {
  if (typeof document === "undefined" || ROUTES.length === 0) return allWords(locale);
  const parts = partsAt(address);
  return once([locale, ...parts].join(" "), async () => {
    const loaded = await Promise.all(parts.map(async (part) => (await PARTS[locale][part]?.())?.default ?? {}));
    // The build has checked that nothing is asked for beyond them.
    return loaded.reduce(joined) as Words;
  });
}
