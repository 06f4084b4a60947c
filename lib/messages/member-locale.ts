import { isLocale, type Locale } from "@/lib/kernel/locale";

type Speaks = { locale: string | null };

/** The language a member is written to in: their own, else the seller's, else English. */
export const memberLocale = (user: Speaks, seller: Speaks): Locale =>
  [user.locale, seller.locale].map((locale) => locale ?? undefined).find(isLocale) ?? "en";
