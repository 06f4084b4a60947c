"use client";

import { NextIntlClientProvider } from "next-intl";
import { type ReactNode, use } from "react";
import type en from "@/lib/i18n/messages/en.json";
import { isLocale, type Locale } from "@/lib/kernel/locale";

type Messages = typeof en;

const LOADERS: Record<Locale, () => Promise<Messages>> = {
  en: () => import("@/lib/i18n/messages/en.json").then((module) => module.default),
  "zh-CN": () => import("@/lib/i18n/messages/zh-CN.json").then((module) => module.default),
};

const loading = new Map<Locale, Promise<Messages>>();

function load(locale: Locale): Promise<Messages> {
  const messages = loading.get(locale) ?? LOADERS[locale]();
  loading.set(locale, messages);
  return messages;
}

// In the browser the words start loading with the first script, before anything is drawn.
if (typeof document !== "undefined" && isLocale(document.documentElement.lang)) {
  void load(document.documentElement.lang);
}

type MessagesProviderProps = { locale: Locale; timeZone: string; now: Date; children: ReactNode };

/**
 * The words for client components. They come as a script that the browser keeps, one per language; inside the page
 * they would travel again with every page and every refresh.
 */
export function MessagesProvider({ locale, timeZone, now, children }: MessagesProviderProps) {
  return (
    <NextIntlClientProvider locale={locale} messages={use(load(locale))} timeZone={timeZone} now={now}>
      {children}
    </NextIntlClientProvider>
  );
}
