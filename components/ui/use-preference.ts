"use client";

import { useRouter } from "next/navigation";
import { useCallback, useTransition } from "react";

/**
 * Keeps a choice of this browser in a cookie for a year, also before anybody has signed in, and has the server
 * render the page anew with it.
 */
export function usePreference(name: string): { keep: (value: string) => void; isPending: boolean } {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const keep = useCallback(
    (value: string) => {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs https and a newer Firefox.
      document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
      startTransition(() => router.refresh());
    },
    [name, router],
  );
  return { keep, isPending };
}
