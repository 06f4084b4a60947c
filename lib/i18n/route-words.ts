import type { Locale } from "@/lib/kernel/locale";
import type en from "./messages/en.json";

export type Words = typeof en;
type Route = readonly [path: readonly string[], parts: readonly string[]];
type Loading = () => Promise<{ default: Partial<Words> }>;

/**
 * The words of each page by its address, in parts that pages share. A build puts in the place of this module what
 * write-route-words.mjs has derived from the components of each page; without a build every page has all words.
 */
export const ROUTES: readonly Route[] = [];

export const PARTS: Record<Locale, Record<string, Loading>> = { en: {}, "zh-CN": {} };
