"use client";

import { NextIntlClientProvider, useLocale } from "next-intl";
import { type ComponentType, useEffect, useState, useSyncExternalStore } from "react";
import type { Words } from "@/lib/i18n/route-words";
import type { Locale } from "@/lib/kernel/locale";
import { allWords } from "../words";
import { whenIdle } from "./when-idle";

type Fetched<Props> = { Found: ComponentType<Props>; words: Words };

/**
 * A component whose code and words are fetched when it is first shown, or before, when the browser has nothing else to
 * do. Without Suspense, whose content React holds back for 300 ms where something was shown in its place.
 */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const followers = new Set<() => void>();
  const fetched = new Map<Locale, Fetched<Props>>();
  const fetch = async (locale: Locale) => {
    const [Found, words] = await Promise.all([load(), allWords(locale)]);
    fetched.set(locale, { Found, words });
    for (const changed of followers) changed();
  };
  const follow = (changed: () => void) => {
    followers.add(changed);
    return () => followers.delete(changed);
  };
  whenIdle(fetch);
  return function Lazy(props: Props) {
    const locale = useLocale();
    const found = useSyncExternalStore(
      follow,
      () => fetched.get(locale),
      () => undefined,
    );
    const [problem, setProblem] = useState<{ error: unknown } | null>(null);
    useEffect(() => {
      if (!fetched.has(locale)) fetch(locale).catch((error: unknown) => setProblem({ error }));
    }, [locale]);
    if (problem) throw problem.error;
    return (
      found && (
        <NextIntlClientProvider locale={locale} messages={found.words}>
          <found.Found {...props} />
        </NextIntlClientProvider>
      )
    );
  };
}
