"use client";

import { useRouter } from "next/navigation";
import { useCallback, useTransition } from "react";
import { keepChoice } from "./keep-choice";

/** Keeps a choice of this browser, and has the server render the page anew with it. */
export function usePreference(name: string): { keep: (value: string) => void; isPending: boolean } {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const keep = useCallback(
    (value: string) => {
      keepChoice(name, value);
      startTransition(() => router.refresh());
    },
    [name, router],
  );
  return { keep, isPending };
}
