import type { Locale } from "@/lib/kernel/locale";

/** In which of our languages a buyer is written to; English where theirs is unknown or has no texts yet. */
export const buyerLanguage = (buyerLocale: string | null): Locale =>
  /^zh\b/i.test(buyerLocale ?? "") ? "zh-CN" : "en";
