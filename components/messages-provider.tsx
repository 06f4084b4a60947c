"use client";

import { usePathname } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { type ReactNode, use } from "react";
import { isLocale, type Locale } from "@/lib/kernel/locale";
import { wordsAt } from "./words";

// In the browser the words start loading with the first script, before anything is drawn.
if (typeof document !== "undefined" && isLocale(document.documentElement.lang)) {
  void wordsAt(document.documentElement.lang, window.location.pathname);
}

type MessagesProviderProps = { locale: Locale; timeZone: string; now: Date; children: ReactNode };

/**
 * The words for the client components of a page. They come as scripts that the browser keeps, by language and page;
 * inside the page they would travel again with every page and every refresh.
 */
export function MessagesProvider({ locale, timeZone, now, children }: MessagesProviderProps) {
  const messages = use(wordsAt(locale, usePathname()));
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone={timeZone} now={now}>
      {children}
    </NextIntlClientProvider>
  );
}
